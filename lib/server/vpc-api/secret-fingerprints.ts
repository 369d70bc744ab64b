import "server-only";
import { createHmac, randomBytes } from "node:crypto";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { SecretPresence } from "@/lib/vpn/types";

/** Of snapshots of 200,000 connections, and some of them since changed. */
const MOST_KNOWN = 500_000;

/**
 * Tells whether two secrets are the same, and nothing else: keyed hashes that stay in memory, with a key
 * made at start. They hang on the objects that stand for the secrets, and so can get into no answer.
 */
const fingerprints = defineSingleton("secretFingerprints", () => ({
  key: randomBytes(32),
  of: new WeakMap<SecretPresence, string>(),
  /** Of all secrets that have been read, also of what is gone since; the last read at the end. */
  known: new Set<string>(),
  /** How long they are: texts of other lengths need no hash. */
  lengths: new Set<number>(),
}));

/** What stands for a secret from here on. */
export function presenceOf(secret: unknown): SecretPresence {
  const presence = { configured: secret !== undefined && secret !== null && secret !== "" };
  if (presence.configured) {
    const text = typeof secret === "string" ? secret : JSON.stringify(secret);
    const hash = keyedHash(text);
    fingerprints().of.set(presence, hash);
    fingerprints().lengths.add(text.length);
    remember(hash);
  }
  return presence;
}

function remember(hash: string): void {
  const { known } = fingerprints();
  known.delete(hash);
  known.add(hash);
  if (known.size <= MOST_KNOWN) return;
  const [oldest = hash] = known;
  known.delete(oldest);
}

/** Whether a text is one of the secrets that this process has read, of whatever connection. */
export function isKnownSecret(text: string): boolean {
  const { known, lengths } = fingerprints();
  return lengths.has(text.length) && known.has(keyedHash(text));
}

/** The same for the same text, while this process runs. It never leaves `lib/server`. */
export function keyedHash(text: string): string {
  return createHmac("sha256", fingerprints().key).update(text).digest("base64");
}

/** Undefined for a secret that is not there, or of an earlier start of the program. */
export function fingerprintOf(presence: SecretPresence): string | undefined {
  return fingerprints().of.get(presence);
}

/** Whether this process has read the secret itself, and so can find it in a text. */
export function isReadHere(presence: SecretPresence): boolean {
  return !presence.configured || fingerprintOf(presence) !== undefined;
}

/** Where one of them is of an earlier start of the program, nobody can tell: they count as the same. */
export function areSameSecrets(
  one: SecretPresence = { configured: false },
  other: SecretPresence = { configured: false },
): boolean {
  if (one.configured !== other.configured) return false;
  return fingerprintOf(one) === fingerprintOf(other);
}
