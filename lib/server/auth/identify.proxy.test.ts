import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { identify } from "@/lib/server/auth/identify";
import { duringRequest, signInBy } from "@/lib/server/testing/sign-in";

let folder: string;
const usersFile = () => path.join(folder, "users");
const BEHIND = {
  HOST: "0.0.0.0",
  TUNNELBOARD_USER_HEADER: "X-Remote-User",
  TUNNELBOARD_TRUSTED_PROXIES: "10.0.0.5,fd00::/8",
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "users-"));
  writeFileSync(usersFile(), "ada operator -\nbob viewer:cn-hangzhou/vpn-1 -\n");
  signInBy(BEHIND);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (
  user: string | null,
  { peer = "10.0.0.5", header = "x-remote-user", headers = {} }: Partial<Asked> = {},
) =>
  duringRequest({ peer, headers }, async (context) => {
    const identity = await identify({
      header: (name) => (name === header ? user : null),
      cookie: () => "x-remote-user=ada",
    });
    return { ...identity, logged: context.user };
  });
type Asked = { peer: string; header: string; headers: Record<string, string> };

describe("behind a proxy that signs people in", () => {
  it.each(["10.0.0.5", "::ffff:10.0.0.5", "fd00::1"])(
    "whom it names from %s may look",
    async (peer) => {
      expect(await ask("ada@example.org", { peer })).toEqual({
        name: "ada@example.org",
        grant: { role: "viewer", limits: null, roles: ["viewer"] },
        session: null,
        logged: { name: "ada@example.org", role: "viewer", by: "proxy" },
      });
    },
  );

  it.each(["10.0.0.6", "127.0.0.1", "::1", "::ffff:10.0.0.6", "fc00::1", ""])(
    "nobody else may name anybody: %j",
    async (peer) => {
      await expect(ask("ada", { peer })).rejects.toMatchObject({ reason: "untrustedProxy" });
    },
  );

  it.each([
    // A header arrives as a character for each byte.
    [Buffer.from("zoë").toString("latin1"), "zoë"],
    [Buffer.from("张伟").toString("latin1"), "张伟"],
    [Buffer.from("zoë", "latin1").toString("latin1"), "zoë"],
    ["ada", "ada"],
  ])("a name is read as UTF-8 where it is: %j", async (sent, name) => {
    expect(await ask(sent)).toMatchObject({ name });
  });

  it("who says to come from the proxy does not", async () => {
    const headers = { "x-forwarded-for": "10.0.0.5", forwarded: "for=10.0.0.5" };
    await expect(ask("ada", { peer: "192.0.2.7", headers })).rejects.toMatchObject({
      reason: "untrustedProxy",
    });
  });

  it("others' requests may be passed on", async () => {
    const headers = { "x-forwarded-for": "192.0.2.7" };
    expect(await ask("ada", { headers })).toMatchObject({ name: "ada" });
  });

  it("nothing is taken for granted where the connection is not known", async () => {
    const asking = { header: () => "ada", cookie: () => undefined };
    await expect(identify(asking)).rejects.toMatchObject({ reason: "untrustedProxy" });
  });

  it.each([null, "", " ", "ada, bob", "ada,bob", "ada bob", "ada\n", "<ada>", "x".repeat(101)])(
    "%j is no user",
    async (user) => {
      await expect(ask(user)).rejects.toMatchObject({ reason: "noUser" });
    },
  );

  it("another header does not name anybody", async () => {
    await expect(ask("ada", { header: "x-forwarded-user" })).rejects.toMatchObject({
      reason: "noUser",
    });
  });
});

describe("behind a proxy, with a users file", () => {
  beforeEach(() => void signInBy({ ...BEHIND, TUNNELBOARD_USERS_FILE: usersFile() }));

  it("everybody has the roles that stand there", async () => {
    expect(await ask("ada")).toMatchObject({ grant: { role: "operator", limits: null } });
    expect(await ask("bob")).toMatchObject({
      name: "bob",
      grant: { role: "viewer", limits: { key: "viewer:cn-hangzhou/vpn-1" } },
      logged: { name: "bob", role: "viewer" },
    });
  });

  it.each(["carol", "Ada", "constructor", "__proto__"])(
    "who does not stand there has none: %s",
    async (user) => {
      await expect(ask(user)).rejects.toMatchObject({ reason: "noRole" });
    },
  );

  it("the proxy must still be the one", async () => {
    await expect(ask("ada", { peer: "192.0.2.7" })).rejects.toMatchObject({
      reason: "untrustedProxy",
    });
  });
});
