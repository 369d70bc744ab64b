import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { SecretPresence } from "@/lib/vpn/types";

/**
 * Tells whether two secrets are the same, and nothing else: keyed hashes that stay in memory, with a key
 * made at start. They hang on the objects that stand for the secrets, and so can get into no answer.
 */
const fingerprints = defineSingleton("secretFingerprints", () => ({
  key: randomBytes(32),
  of: new WeakMap<SecretPresence, string>(),
}));

/** What stands for a secret from here on. */
export function presenceOf(secret: unknown): SecretPresence {
  const presence = { configured: secret !== undefined && secret !== null && secret !== "" };
  if (presence.configured) {
    const text = typeof secret === "string" ? secret : JSON.stringify(secret);
    fingerprints().of.set(presence, keyedHash(text));
  }
  return presence;
}

/** The same for the same text, while this process runs. It never leaves `lib/server`. */
export function keyedHash(text: string): string {
  return createHmac("sha256", fingerprints().key).update(text).digest("base64");
}

/** Undefined for a secret that is not there, or of an earlier start of the program. */
export function fingerprintOf(presence: SecretPresence): string | undefined {
  return fingerprints().of.get(presence);
}

/** Where one of them is of an earlier start of the program, nobody can tell: they count as the same. */
export function areSameSecrets(
  one: SecretPresence = { configured: false },
  other: SecretPresence = { configured: false },
): boolean {
  if (one.configured !== other.configured) return false;
  return fingerprintOf(one) === fingerprintOf(other);
}
