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
    const { key, of } = fingerprints();
    of.set(presence, createHmac("sha256", key).update(text).digest("base64"));
  }
  return presence;
}

/** Where one of them is of an earlier start of the program, nobody can tell: they count as the same. */
export function areSameSecrets(
  one: SecretPresence = { configured: false },
  other: SecretPresence = { configured: false },
): boolean {
  if (one.configured !== other.configured) return false;
  const { of } = fingerprints();
  return of.get(one) === of.get(other);
}
