import { describe, expect, it } from "vitest";
import { EnvError, parseEnv } from "@/lib/server/runtime/settings";
import { BY_PROVIDER, OLDER_SECRET, SECRET } from "@/lib/server/testing/sign-in";

type Source = Record<string, string>;

const BY_FILE = { TUNNELBOARD_USERS_FILE: "/etc/hunter2/users", SESSION_SECRET: SECRET };
const BY_PROXY = {
  HOST: "0.0.0.0",
  TUNNELBOARD_USER_HEADER: "X-Hunter2-User",
  TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.5",
};

/** What is complained of, a line for each. */
function complaintOf(source: Source): string {
  try {
    parseEnv(source);
    return "";
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
}

/** The variables that are complained of, each once. */
const namesIn = (complaint: string) =>
  complaint.split("\n").flatMap((line) => line.split(" ", 1).filter((name) => name !== ""));
const complaintsOf = (source: Source) => namesIn(complaintOf(source));

function without(source: Source, ...names: string[]): Source {
  return Object.fromEntries(Object.entries(source).filter(([name]) => !names.includes(name)));
}

const OF_PROVIDER = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];

describe("who gets in", () => {
  it("is whoever sits at this machine, where nothing else is said", () => {
    expect(parseEnv({}).access).toEqual({ by: "loopback" });
    expect(parseEnv({ APP_URL: "https://app.example" }).access).toEqual({ by: "loopback" });
  });

  it("is whom the provider knows", () => {
    expect(parseEnv({ ...BY_PROVIDER, OIDC_ROLES_CLAIM: "groups" }).access).toEqual({
      by: "session",
      secrets: [SECRET],
      appUrl: "https://app.example",
      oidc: {
        issuer: "https://login.example",
        clientId: "tunnelboard",
        clientSecret: "hunter2-client",
        rolesClaim: "groups",
      },
      usersFile: null,
    });
  });

  it("is whom the users file names, on this machine without an address", () => {
    expect(parseEnv(BY_FILE).access).toEqual({
      by: "session",
      secrets: [SECRET],
      appUrl: null,
      oidc: null,
      usersFile: "/etc/hunter2/users",
    });
  });

  it("is both, with the newest secret first", () => {
    const secrets = { SESSION_SECRET: ` ${SECRET} ,${OLDER_SECRET}, ${SECRET}` };
    expect(parseEnv({ ...BY_PROVIDER, ...BY_FILE, ...secrets }).access).toMatchObject({
      by: "session",
      secrets: [SECRET, OLDER_SECRET],
      oidc: { rolesClaim: null },
      usersFile: "/etc/hunter2/users",
    });
  });

  it.each([
    ["whom a proxy names", {}, null],
    ["and the users file knows", { TUNNELBOARD_USERS_FILE: "/users" }, "/users"],
  ])("is %s", (_name, more, usersFile) => {
    const { access } = parseEnv({ ...BY_PROXY, ...more });
    expect(access).toEqual({ by: "proxy", userHeader: "x-hunter2-user", usersFile });
  });
});

describe("an address beyond this machine", () => {
  it.each([
    "0.0.0.0",
    "::",
    "192.0.2.7",
    "board.example.org",
    "127.0.0.1.example.org",
    "128.0.0.1",
  ])("as %s is refused while nobody has to sign in", (HOST) => {
    expect(complaintsOf({ HOST })).toEqual(["HOST"]);
    // A secret alone lets nobody in, so it opens nothing either.
    expect(complaintsOf({ HOST, SESSION_SECRET: SECRET })).toEqual(["HOST"]);
  });

  it.each([
    ["a provider", BY_PROVIDER],
    ["a users file", { ...BY_FILE, APP_URL: "https://app.example" }],
    ["a proxy", BY_PROXY],
  ])("is taken with %s", (_name, source) => {
    expect(parseEnv({ ...source, HOST: "0.0.0.0" }).HOST).toBe("0.0.0.0");
  });
});

describe("settings of sign-in that do not go together are refused by name, without their values:", () => {
  const OIDC = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];

  it.each<[string, Source, string[]]>([
    ...OIDC.map((name): [string, Source, string[]] => [
      `a provider without ${name}`,
      without(BY_PROVIDER, name),
      [name],
    ]),
    ...OIDC.map((name): [string, Source, string[]] => [
      `a users file and of the provider nothing but ${name}`,
      { ...BY_FILE, APP_URL: "https://app.example", [name]: "https://hunter2.example" },
      OIDC.filter((other) => other !== name),
    ]),
    [
      "a claim of roles and no provider",
      { OIDC_ROLES_CLAIM: "hunter2-roles" },
      [...OIDC, "SESSION_SECRET", "APP_URL"],
    ],
    ["a provider without a secret", without(BY_PROVIDER, "SESSION_SECRET"), ["SESSION_SECRET"]],
    ["a provider without an address", without(BY_PROVIDER, "APP_URL"), ["APP_URL"]],
    [
      "a provider without an address, on this machine too",
      { ...without(BY_PROVIDER, "APP_URL"), HOST: "127.0.0.1" },
      ["APP_URL"],
    ],
    ["a secret and nothing to sign in with", { SESSION_SECRET: SECRET }, ["SESSION_SECRET"]],
    ["a users file without a secret", without(BY_FILE, "SESSION_SECRET"), ["SESSION_SECRET"]],
    [
      "a users file without an address, beyond this machine",
      { ...BY_FILE, HOST: "192.0.2.7" },
      ["APP_URL"],
    ],
    [
      "a users file with nothing else, beyond this machine",
      { TUNNELBOARD_USERS_FILE: "/hunter2", HOST: "192.0.2.7" },
      ["SESSION_SECRET", "APP_URL"],
    ],
    [
      "a header of users that nobody in particular may send",
      without(BY_PROXY, "TUNNELBOARD_TRUSTED_PROXIES"),
      ["TUNNELBOARD_TRUSTED_PROXIES"],
    ],
    ["a header of users and a provider", { ...BY_PROVIDER, ...BY_PROXY }, OF_PROVIDER],
    [
      "a header of users from nobody, and a provider",
      { ...BY_PROVIDER, TUNNELBOARD_USER_HEADER: "X-Hunter2-User" },
      ["TUNNELBOARD_TRUSTED_PROXIES", ...OF_PROVIDER],
    ],
  ])("%s", (_name, source, names) => {
    const complaint = complaintOf(source);
    expect(namesIn(complaint).toSorted()).toEqual(names.toSorted());
    for (const value of Object.values(source)) expect(complaint).not.toContain(value);
  });

  it("and trusted proxies alone change nothing of who gets in", () => {
    const source = { TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.5" };
    expect(parseEnv(source).access).toEqual({ by: "loopback" });
    expect(complaintsOf({ ...source, HOST: "0.0.0.0" })).toEqual(["HOST"]);
  });
});
