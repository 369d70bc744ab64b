import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "@/lib/server/runtime/settings";
import { BY_PROVIDER } from "@/lib/server/testing/sign-in";

function failureOf(source: Record<string, string>): unknown {
  try {
    return parseEnv(source);
  } catch (error) {
    return error;
  }
}

const LONG = "x".repeat(32);

describe("a value of sign-in", () => {
  it.each([
    ["APP_URL", "https://App.example/", "https://app.example"],
    ["APP_URL", "https://app.example:8443", "https://app.example:8443"],
    ["APP_URL", "http://localhost:3000", "http://localhost:3000"],
    ["APP_URL", "http://127.0.0.1:3000", "http://127.0.0.1:3000"],
    ["APP_URL", "http://[::1]:3000", "http://[::1]:3000"],
    ["SESSION_SECRET", LONG, [LONG]],
    ["SESSION_SECRET", `${LONG}, ${LONG}y,,`, [LONG, `${LONG}y`]],
    // What the provider calls itself must come back to the letter, a slash at its end included.
    ["OIDC_ISSUER", "https://login.example/realms/a/", "https://login.example/realms/a/"],
    ["OIDC_ISSUER", "https://login.example", "https://login.example"],
    ["OIDC_ISSUER", "http://localhost:8080/realms/a", "http://localhost:8080/realms/a"],
    ["OIDC_ISSUER", "http://[::1]:8080", "http://[::1]:8080"],
    ["TUNNELBOARD_USER_HEADER", "X-Forwarded-User", "x-forwarded-user"],
    ["TUNNELBOARD_USER_HEADER", "Remote-User", "remote-user"],
  ])("%s=%s is taken", (name, value, expected) => {
    const isOfProxy = name === "TUNNELBOARD_USER_HEADER";
    const others = isOfProxy ? { TUNNELBOARD_TRUSTED_PROXIES: "::1" } : BY_PROVIDER;
    expect(parseEnv({ ...others, [name]: value })).toMatchObject({ [name]: expected });
  });

  it.each([
    ["APP_URL", "hunter2"],
    ["APP_URL", "hunter2.example"],
    ["APP_URL", "ftp://hunter2.example"],
    ["APP_URL", "javascript:hunter2"],
    ["APP_URL", "https://app.example/hunter2"],
    ["APP_URL", "https://app.example/?hunter2"],
    ["APP_URL", "https://app.example/#hunter2"],
    ["APP_URL", "https://hunter2@app.example"],
    ["APP_URL", "http://hunter2.example"],
    ["APP_URL", "http://192.0.2.7"],
    ["APP_URL", "http://localhost.hunter2.example"],
    ["APP_URL", "http://127.0.0.1.hunter2.example"],
    ["SESSION_SECRET", "hunter2"],
    ["SESSION_SECRET", "hunter2".padEnd(31, "x")],
    ["SESSION_SECRET", `${LONG},hunter2`],
    ["SESSION_SECRET", `hunter2,${LONG}`],
    ["SESSION_SECRET", " , "],
    ["OIDC_CLIENT_SECRET", "hunter2"],
    ["OIDC_ISSUER", "hunter2"],
    ["OIDC_ISSUER", "file:///hunter2"],
    ["OIDC_ISSUER", "https://login.example/?hunter2"],
    ["OIDC_ISSUER", "https://login.example/#hunter2"],
    ["OIDC_ISSUER", "https://hunter2@login.example"],
    ["OIDC_ISSUER", "https://user:hunter2@login.example"],
    ["OIDC_ISSUER", "http://hunter2.example"],
    ["OIDC_ISSUER", "http://192.0.2.7/hunter2"],
    ["OIDC_ISSUER", "http://localhost.hunter2.example"],
    ["TUNNELBOARD_TRUSTED_PROXIES", "hunter2"],
    ["TUNNELBOARD_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TUNNELBOARD_TRUSTED_PROXIES", "10.0.0.5,hunter2"],
    ["TUNNELBOARD_TRUSTED_PROXIES", " , "],
    ["TUNNELBOARD_USER_HEADER", "hunter2 hunter2"],
    ["TUNNELBOARD_USER_HEADER", "hunter2:"],
    ["TUNNELBOARD_USER_HEADER", "2hunter2"],
    ["TUNNELBOARD_USER_HEADER", "hunter2".repeat(10)],
    ["TUNNELBOARD_USER_HEADER", "Cookie"],
    ["TUNNELBOARD_USER_HEADER", "host"],
    ["TUNNELBOARD_USER_HEADER", "ORIGIN"],
    ["TUNNELBOARD_USER_HEADER", "Forwarded"],
    ["TUNNELBOARD_USER_HEADER", "X-Forwarded-For"],
  ])("%s=%s is refused by name, without its value", (name, value) => {
    const error = failureOf({ ...BY_PROVIDER, [name]: value });
    expect(error).toBeInstanceOf(EnvError);
    expect(String(error)).toMatch(new RegExp(`^EnvError: ${name} must (be|hold) .+\\.$`));
    expect(String(error)).not.toContain("hunter2");
  });

  it("of the trusted proxies is a list to look addresses up in", () => {
    const { TUNNELBOARD_TRUSTED_PROXIES: proxies } = parseEnv({
      TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.5, fd00::/8",
    });
    expect(proxies?.check("10.0.0.5")).toBe(true);
    expect(proxies?.check("10.0.0.6")).toBe(false);
    expect(proxies?.check("fd00::1", "ipv6")).toBe(true);
  });
});
