import "server-only";
import { createHmac, hkdfSync } from "node:crypto";
import { EncryptJWT, jwtDecrypt, type JWTPayload } from "jose";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** What a sealed text is for: one made for a purpose opens for no other. */
export type Purpose =
  | "session"
  | "sign-in"
  | "provider-sign-out"
  | "trusted-device"
  | "last-user-name";

export type SealingKey = {
  id: string;
  key: Uint8Array;
  /** For hashes that nobody else can make. */
  hashKey: Uint8Array;
};

/** Browsers drop a cookie that is longer, name and attributes included. */
const MAX_LENGTH = 3_900;

/** Epoch seconds, so many from now: what a sealed text is made to end at. */
export const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** Encrypted and authenticated with the newest secret (RFC 7516, `dir` with A256GCM). */
export async function seal(
  purpose: Purpose,
  claims: JWTPayload,
  expiresAt: number,
): Promise<string | null> {
  const [newest] = keys();
  if (newest === undefined) throw new Error("There is no key to seal with.");
  const sealed = await new EncryptJWT(claims)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: newest.id })
    .setAudience(purpose)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .encrypt(newest.key);
  return sealed.length > MAX_LENGTH ? null : sealed;
}

/** What was sealed with one of the secrets, for this purpose, and is not over yet; else null. */
export async function unseal(purpose: Purpose, text: string): Promise<JWTPayload | null> {
  if (text.length > MAX_LENGTH) return null;
  try {
    const { payload } = await jwtDecrypt(text, ({ kid }) => keyOf(kid), {
      audience: purpose,
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
    });
    return payload;
  } catch {
    // Forged, cut off, of another key, or over: there is nothing in it for anybody.
    return null;
  }
}

/** The same in every replica; what it was made from cannot be found by trying without the newest secret. */
export function keyedHash(text: string): string {
  const [newest] = keys();
  if (newest === undefined) throw new Error("There is no key to hash with.");
  return createHmac("sha256", newest.hashKey).update(text).digest("base64url");
}

/** Names of the keys, the newest first: they are in every cookie, and tell nothing of the keys. */
export const keyNames = () => keys().map(({ id }) => id);

function keyOf(id: string | undefined): Uint8Array {
  const known = keys().find((one) => one.id === id);
  if (known === undefined) throw new Error("sealed with another key");
  return known.key;
}

/** A key and its name are derived separately, so that the name tells nothing of the key. */
const keys = defineSingleton("sealingKeys", (): SealingKey[] => {
  const { access } = env();
  if (access.by !== "session") return [];
  return access.secrets.map((secret) => ({
    id: Buffer.from(derive(secret, "name", 6)).toString("base64url"),
    key: derive(secret, "key", 32),
    hashKey: derive(secret, "hash", 32),
  }));
});

function derive(secret: string, use: string, length: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", `tunnelboard cookie ${use}`, length));
}
