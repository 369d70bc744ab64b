import { EncryptJWT, UnsecuredJWT } from "jose";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seal, type SealingKey, unseal } from "@/lib/server/auth/sealed";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { BY_PROVIDER, OLDER_SECRET, SECRET, signInBy } from "@/lib/server/testing/sign-in";

const restartWith = (...secrets: string[]) =>
  signInBy({ ...BY_PROVIDER, SESSION_SECRET: secrets.join(",") });

const sealingKeys = defineSingleton("sealingKeys", (): SealingKey[] => []);

beforeEach(() => {
  stopClock();
  restartWith(SECRET);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

async function sealed(claims: object = { user: "ada" }, seconds = 60): Promise<string> {
  const text = await seal("session", { ...claims }, inSeconds(seconds));
  if (text === null) throw new Error("too long");
  return text;
}

/** The name of the key, which stands in front in plain. */
function keyIdOf(text: string): unknown {
  return JSON.parse(Buffer.from(text.split(".")[0] ?? "", "base64url").toString());
}

/** The most that fits. */
async function longest(): Promise<number> {
  let length = 2_500;
  while ((await seal("session", { x: "x".repeat(length) }, inSeconds(60))) !== null) length += 1;
  return length - 1;
}

describe("a sealed text", () => {
  it("opens for its purpose, and shows nothing of what is in it", async () => {
    const text = await sealed({ user: "ada" });
    expect(await unseal("session", text)).toMatchObject({ user: "ada", aud: "session" });
    for (const part of text.split(".")) {
      expect(Buffer.from(part, "base64url").toString("latin1")).not.toContain("ada");
    }
    expect(text).not.toContain(SECRET);
  });

  it.each(["sign-in", "provider-sign-out"] as const)("opens for no other: %s", async (purpose) => {
    expect(await unseal(purpose, await sealed())).toBeNull();
  });

  it("is another one each time", async () => expect(await sealed()).not.toBe(await sealed()));

  it("is over when its time is", async () => {
    const text = await sealed({}, 60);
    await pass(59_000);
    expect(await unseal("session", text)).not.toBeNull();
    await pass(1_000);
    expect(await unseal("session", text)).toBeNull();
  });

  it("does not open when any part of it was changed, or is missing", async () => {
    const text = await sealed();
    const parts = text.split(".");
    expect(parts).toHaveLength(5);
    for (const index of [0, 2, 3, 4]) {
      const part = parts[index] ?? "";
      const other = part.startsWith("A") ? "B" : "A";
      const forged = parts.with(index, other + part.slice(1)).join(".");
      expect(await unseal("session", forged)).toBeNull();
      expect(await unseal("session", parts.with(index, "").join("."))).toBeNull();
    }
    expect(await unseal("session", text.slice(0, -1))).toBeNull();
    expect(await unseal("session", text.slice(0, text.length / 2))).toBeNull();
    expect(await unseal("session", `${text}A`)).toBeNull();
  });

  it.each(["", "x", "....", "a.b.c.d.e", "null", "{}", "\u0000", "x".repeat(10_000)])(
    "is not just anything: %#",
    async (text) => expect(await unseal("session", text)).toBeNull(),
  );

  it("is not taken unencrypted, nor under another algorithm", async () => {
    const claims = { user: "ada", aud: "session", exp: inSeconds(60) };
    expect(await unseal("session", new UnsecuredJWT(claims).encode())).toBeNull();
    const [own] = sealingKeys();
    const kid = own?.id ?? "none";
    // As whoever does not know the key might try it, with what they do know: its name.
    const key = new Uint8Array(64);
    const others = [
      { alg: "dir", enc: "A256CBC-HS512", kid },
      { alg: "PBES2-HS256+A128KW", enc: "A256GCM", kid },
    ];
    for (const header of others) {
      const text = await new EncryptJWT(claims).setProtectedHeader(header).encrypt(key);
      expect(await unseal("session", text)).toBeNull();
    }
  });

  it("is not taken of the right key under another algorithm", async () => {
    await sealed();
    const [own] = sealingKeys();
    const text = await new EncryptJWT({ aud: "session", exp: inSeconds(60) })
      .setProtectedHeader({ alg: "A256KW", enc: "A256GCM", kid: own?.id ?? "none" })
      .encrypt(own?.key ?? new Uint8Array(32));
    expect(await unseal("session", text)).toBeNull();
  });

  it("is none when it would not fit into a cookie", async () => {
    const length = await longest();
    const text = await sealed({ x: "x".repeat(length) });
    expect(text.length).toBeGreaterThan(3_895);
    expect(text.length).toBeLessThanOrEqual(3_900);
    expect(await unseal("session", text)).toMatchObject({ x: "x".repeat(length) });
  });
});

describe("the secret", () => {
  it("is what opens: with another one nothing does", async () => {
    const text = await sealed();
    restartWith(OLDER_SECRET);
    expect(await unseal("session", text)).toBeNull();
    restartWith(SECRET);
    expect(await unseal("session", text)).not.toBeNull();
  });

  it("that is older still opens, but what is new is sealed with the newest", async () => {
    restartWith(OLDER_SECRET);
    const old = await sealed();
    restartWith(SECRET, OLDER_SECRET);
    expect(await unseal("session", old)).toMatchObject({ user: "ada" });
    const fresh = await sealed();
    expect(keyIdOf(fresh)).not.toEqual(keyIdOf(old));
    restartWith(SECRET);
    expect(await unseal("session", fresh)).not.toBeNull();
    expect(await unseal("session", old)).toBeNull();
  });

  it("gives each key a name that tells nothing of it", async () => {
    await sealed();
    const [own] = sealingKeys();
    const hex = Buffer.from(own?.key ?? []).toString("hex");
    expect(hex).toHaveLength(64);
    expect(hex).not.toContain(Buffer.from(own?.id ?? "", "base64url").toString("hex"));
    expect(hex).not.toContain(Buffer.from(SECRET).toString("hex").slice(0, 16));
  });

  it("is wanted for sealing; without one nothing opens", async () => {
    const text = await sealed();
    signInBy({});
    expect(await unseal("session", text)).toBeNull();
    await expect(sealed()).rejects.toThrow("no key");
  });
});
