import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { identify, proofOf } from "@/lib/server/auth/identify";
import { beginSession, endSession, type NewSession } from "@/lib/server/auth/session";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";

const hashOf = (salt: string) => `$scrypt$ln=15,r=8,p=3$${salt.padEnd(22, "x")}$${"a".repeat(43)}`;
const COOKIE = "__Host-tunnelboard-session";

let folder: string;
const usersFile = () => path.join(folder, "users");
const write = (text: string) => writeFileSync(usersFile(), text);
const both = () => ({ ...BY_PROVIDER, TUNNELBOARD_USERS_FILE: usersFile() });

beforeEach(() => {
  stopClock();
  folder = mkdtempSync(path.join(tmpdir(), "users-"));
  write(`ada viewer:cn-hangzhou ${hashOf("one")}\nbob viewer -\n`);
  signInBy(both());
});
afterEach(() => {
  startClock();
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ADA: NewSession = {
  by: "local",
  subject: "ada",
  name: "ada",
  roles: [],
  proof: proofOf(hashOf("one")),
};
const AT_PROVIDER: NewSession = { by: "oidc", subject: "f00", name: "Eve", roles: ["operator"] };

const ask = (cookie: string | undefined, name = COOKIE, header: string | null = null) =>
  duringRequest({ peer: "192.0.2.7" }, async (context) => {
    const identity = await identify({
      header: () => header,
      cookie: (asked) => (asked === name ? cookie : undefined),
    });
    return { ...identity, logged: context.user };
  });
const cookieOf = async (user: NewSession) => (await beginSession(user)) ?? undefined;
const NOBODY = { reason: "signInRequired" };

describe("in a session", () => {
  it("of a local account somebody has the roles of the file", async () => {
    expect(await ask(await cookieOf(ADA))).toMatchObject({
      name: "ada",
      grant: { role: "viewer", limits: { key: "viewer:cn-hangzhou" } },
      session: { by: "local", subject: "ada" },
      logged: { name: "ada", role: "viewer" },
    });
  });

  it("of the provider's somebody has the roles they came with", async () => {
    expect(await ask(await cookieOf(AT_PROVIDER))).toMatchObject({
      name: "Eve",
      grant: { role: "operator", limits: null },
      session: { by: "oidc", subject: "f00" },
      logged: { name: "Eve", role: "operator" },
    });
  });

  it.each([undefined, "", "nonsense", "x".repeat(5_000)])(
    "is nobody whose cookie is none: %#",
    async (cookie) => {
      await expect(ask(cookie)).rejects.toMatchObject(NOBODY);
    },
  );

  it("is nobody whose cookie has another name, or who only names themselves", async () => {
    const cookie = await cookieOf(ADA);
    await expect(ask(cookie, "tunnelboard-session")).rejects.toMatchObject(NOBODY);
    await expect(ask(undefined, COOKIE, "ada")).rejects.toMatchObject(NOBODY);
  });

  it("is nobody who has signed out", async () => {
    const cookie = await cookieOf(ADA);
    const { session } = await ask(cookie);
    if (session !== null) await endSession(session);
    await expect(ask(cookie)).rejects.toMatchObject(NOBODY);
  });

  it("is nobody any more after half an hour", async () => {
    const cookie = await cookieOf(ADA);
    await pass(1_800_000);
    await expect(ask(cookie)).rejects.toMatchObject(NOBODY);
  });
});

describe("in a session of a local account", () => {
  /** Asks once, changes the file, and asks again a second later. */
  async function askAfter(text: string, user = ADA) {
    const cookie = await cookieOf(user);
    await ask(cookie);
    await pass(1_000);
    write(text);
    return ask(cookie);
  }

  it("other roles count at once", async () => {
    expect(await askAfter(`ada operator ${hashOf("one")}\n`)).toMatchObject({
      grant: { role: "operator" },
    });
  });

  it.each([
    ["taken out", ""],
    ["given another password", `ada viewer:cn-hangzhou ${hashOf("two")}\n`],
    ["left without a password", "ada viewer:cn-hangzhou -\n"],
  ])("who was %s is out", async (_name, text) => {
    await expect(askAfter(text)).rejects.toMatchObject(NOBODY);
  });

  it.each([
    ["of a user who signs in elsewhere", { ...ADA, subject: "bob" }],
    ["without a proof", { ...ADA, proof: undefined }],
    ["with an empty proof, of a user without a password", { ...ADA, subject: "bob", proof: "" }],
    ["of a user whom there is not", { ...ADA, subject: "carol" }],
    // The name is for people only.
    ["under another's name", { ...ADA, subject: "carol", name: "ada" }],
  ])("one %s is none", async (_name, user) => {
    await expect(ask(await cookieOf(user))).rejects.toMatchObject(NOBODY);
  });

  it("the roles in the cookie do not matter", async () => {
    const cookie = await cookieOf({ ...ADA, roles: ["operator"] });
    expect(await ask(cookie)).toMatchObject({ grant: { role: "viewer" } });
  });

  it("nobody is left where there are local accounts no longer", async () => {
    const cookie = await cookieOf(ADA);
    signInBy(BY_PROVIDER);
    await expect(ask(cookie)).rejects.toMatchObject(NOBODY);
  });
});

describe("in a session of the provider's", () => {
  it("nobody is left where there is a provider no longer", async () => {
    const cookie = await cookieOf(AT_PROVIDER);
    const { APP_URL, SESSION_SECRET } = BY_PROVIDER;
    signInBy({ APP_URL, SESSION_SECRET, TUNNELBOARD_USERS_FILE: usersFile() });
    await expect(ask(cookie)).rejects.toMatchObject(NOBODY);
  });

  it("who has a local account of the same name has no role of it", async () => {
    const cookie = await cookieOf({ ...AT_PROVIDER, subject: "ada", name: "ada", roles: [] });
    await expect(ask(cookie)).rejects.toMatchObject({ reason: "noRole" });
  });
});

describe("the proof of a password", () => {
  it("is its salt, and nothing of the key", () => {
    expect(proofOf(hashOf("one"))).toBe("one".padEnd(22, "x"));
    expect(proofOf("")).toBe("");
  });
});
