import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { guarded, guardedJson, SecretLeakError } from "@/lib/server/runtime/secret-guard";
import { masked, registerSecrets } from "@/lib/server/runtime/known-secrets";
import { BY_PROVIDER, OLDER_SECRET, SECRET, signInBy } from "@/lib/server/testing/sign-in";

const ACCOUNT_KEY = "LTAI-account-key-of-the-test";

beforeEach(() => {
  signInBy({ ...BY_PROVIDER, SESSION_SECRET: `${SECRET},${OLDER_SECRET}` });
  registerSecrets(() => [ACCOUNT_KEY, ""]);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

describe("the guard", () => {
  it.each([
    { psk: { configured: true } },
    { tunnels: [{ ikeConfig: { psk: { configured: false } }, bgpConfig: { authKey: null } }] },
    { remoteCaCertificate: { configured: true }, ikeAuthAlg: "sha256" },
    { name: 'a connection called "psk":"x"', tags: [{ key: "password", value: "none of ours" }] },
    {},
  ])("lets %j pass, as it is", (answer) => {
    expect(guarded(answer)).toBe(answer);
    expect(guardedJson(answer)).toBe(JSON.stringify(answer));
  });

  it.each([
    { psk: "hunter2" },
    { Psk: "hunter2" },
    { psk: { configured: true, text: "hunter2" } },
    { psk: { configured: "hunter2" } },
    { psk: ["hunter2"] },
    { vpnConnections: [{ tunnels: [{ ikeConfig: { presharedKey: "hunter2" } }] }] },
    { bgpConfig: { authKey: 12 } },
    { AuthKey: "" },
    { accessKeySecret: "hunter2" },
    { securityToken: "hunter2" },
    { idToken: "hunter2" },
    { remoteCaCertificate: "hunter2" },
    { passwordHash: "hunter2" },
  ])("ends an answer with %j, and does not say it", (answer) => {
    expect(() => guarded(answer)).toThrow(SecretLeakError);
    expect(() => guardedJson(answer)).toThrow(SecretLeakError);
    expect(() => guarded(answer)).not.toThrow("hunter2");
  });

  it.each(["JSON", "an address"])("ends an answer with a key as %s writes it", (where) => {
    const secret = 'hunter2 "and\\more" & such';
    signInBy({ ...BY_PROVIDER, OIDC_CLIENT_SECRET: secret });
    const name = where === "JSON" ? secret : `/?q=${encodeURIComponent(secret)}`;
    expect(() => guardedJson({ name })).toThrow(SecretLeakError);
    expect(masked(JSON.stringify({ name }))).not.toContain("hunter2");
  });

  it.each([ACCOUNT_KEY, SECRET, OLDER_SECRET, BY_PROVIDER.OIDC_CLIENT_SECRET])(
    "ends an answer that holds the key %s anywhere",
    (secret) => {
      expect(() => guarded({ a: [{ b: `before ${secret} after` }] })).toThrow(SecretLeakError);
    },
  );

  it("looks at an answer once, and lets what is no object pass", () => {
    const answer = { name: "fine" };
    guarded(answer);
    answer.name = SECRET;
    expect(guarded(answer)).toBe(answer);
    expect(guarded(null)).toBeNull();
    expect(guarded("text")).toBe("text");
  });
});

describe("a line of the log", () => {
  it("has no key in it, wherever it stood and however often", () => {
    const line = `{"a":"${SECRET}","b":"x${ACCOUNT_KEY}x${ACCOUNT_KEY}","c":"${OLDER_SECRET}"}`;
    expect(masked(line)).toBe('{"a":"[secret]","b":"x[secret]x[secret]","c":"[secret]"}');
    expect(masked("nothing of ours")).toBe("nothing of ours");
  });

  it("can be written while the environment is wrong", () => {
    signInBy({ SESSION_SECRET: "short" });
    expect(masked("SESSION_SECRET must be longer")).toBe("SESSION_SECRET must be longer");
  });
});
