import "server-only";
import { randomUUID } from "node:crypto";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { fingerprintOf, keyedHash, presenceOf } from "@/lib/server/vpc-api/secret-fingerprints";
import { folded, isTrivialKey } from "@/lib/server/vpc-api/trivial-keys";
import type { KeyFacts, KeyFactsOf } from "@/lib/vpn/findings/rule";
import type { SecretPresence } from "@/lib/vpn/types";

/** Until it has been compared with the names around it: a keyed hash of the folded key, and its length. */
type Comparable = { hash: string; length: number };

/** They hang on the objects that stand for the keys, and so can get into no answer. */
const facts = defineSingleton("keyFacts", () => ({
  of: new WeakMap<SecretPresence, KeyFacts>(),
  comparable: new WeakMap<SecretPresence, Comparable>(),
}));

/**
 * What stands for a pre-shared key from here on; what is to be known of the key is told from it now. Of
 * asterisks alone, which stand for a key that the account may not read, nothing is known.
 */
export function keyPresenceOf(key: unknown): SecretPresence {
  const presence = presenceOf(key);
  const group = fingerprintOf(presence);
  const isText = typeof key === "string" || typeof key === "number";
  const text = isText ? String(key) : "";
  if (group === undefined || !isText || /^\*+$/.test(text.trim())) return presence;
  const plain = folded(text);
  const isTrivial = isTrivialKey(plain);
  const { of, comparable } = facts();
  of.set(presence, { length: bandOf(text), isTrivial, group });
  if (isTrivial) return presence;
  const hash = plain === text ? group : keyedHash(plain);
  comparable.set(presence, { hash, length: plain.length });
  return presence;
}

/** Marks a key as trivial that is one of these, in any case: the ids, names and addresses around it. */
export function compareKey(presence: SecretPresence, names: readonly (string | null)[]): void {
  const { of, comparable } = facts();
  const key = comparable.get(presence);
  const known = of.get(presence);
  comparable.delete(presence);
  if (key === undefined || known === undefined) return;
  // Hashing costs; hardly any name is as long as the key.
  const isName = names
    .map((name) => folded(name ?? ""))
    .some((name) => name.length === key.length && keyedHash(name) === key.hash);
  if (isName) of.set(presence, { ...known, isTrivial: true });
}

/** Null for a key that is not there, that is masked, or of an earlier start of the program. */
export const keyFactsOf: KeyFactsOf = (presence) => facts().of.get(presence) ?? null;

/** What other replicas may know of a key: equal keys have the same group within a term, made from nothing. */
export function sharedFactsOf(presence: SecretPresence, term: number): KeyFacts | null {
  const known = keyFactsOf(presence);
  if (known === null) return null;
  const tokens = groupTokens();
  if (tokens.term !== term) {
    tokens.term = term;
    tokens.of.clear();
  }
  const token = tokens.of.get(known.group) ?? randomUUID();
  tokens.of.set(known.group, token);
  return { length: known.length, isTrivial: known.isTrivial, group: token };
}

const groupTokens = defineSingleton("keyGroupTokens", () => ({
  term: 0,
  of: new Map<string, string>(),
}));

/** For a key that another replica has read. */
export function takeKeyFacts(presence: SecretPresence, known: KeyFacts | null): void {
  if (known !== null) facts().of.set(presence, known);
}

function bandOf(text: string): KeyFacts["length"] {
  const { length } = Array.from(text);
  if (length < 12) return "under12";
  return length < 20 ? "under20" : "long";
}
