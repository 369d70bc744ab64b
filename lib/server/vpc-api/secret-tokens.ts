import "server-only";
import { masked } from "@/lib/server/runtime/known-secrets";
import { areSameSecrets, presenceOf } from "@/lib/server/vpc-api/secret-fingerprints";
import { harmless, shortened } from "@/lib/vpn/logs/harmless-text";
import { redactLine, STRUCK_OUT } from "@/lib/vpn/logs/redact-line";
import type { SecretPresence } from "@/lib/vpn/types";

/** What stands between the words of a line. */
const WORD = /[^\s"'`,;()[\]{}<>|]+/g;
const ENDS = /^[.:=]+|[.:=]+$/g;

/** Shorter ones would strike words of the daemon out of its lines, and so tell what the key is. */
const SHORTEST_KEY = 8;
/** Plain words, numbers and addresses, and ids, which everybody may see: to strike them out would tell the key. */
const PLAIN = /^(?:[A-Z]?[a-z_-]+|[A-Z_-]+|[\d.:/+-]+|(?:vco|vpn|cgw|tun|tr|vpc|cen)-[\w*-]+)$/;

/**
 * Makes lines of Alibaba's logs fit to be shown: harmless, and without the keys of this server, those of the connection,
 * and whatever else looks like a key. It remembers what it has compared, so that each word is hashed once.
 */
export function lineCleaner(secrets: SecretPresence[]): (text: string) => string {
  const configured = secrets.filter((secret) => secret.configured);
  const compared = new Map<string, boolean>();

  function isKey(word: string): boolean {
    if (word.length < SHORTEST_KEY || PLAIN.test(word)) return false;
    const known = compared.get(word);
    if (known !== undefined) return known;
    const presence = presenceOf(word);
    const isSame = configured.some((secret) => areSameSecrets(presence, secret));
    compared.set(word, isSame);
    return isSame;
  }

  function withoutKey(word: string): string {
    const parts = [word, ...word.split(/[:=\\]/)];
    const key = parts.flatMap((part) => [part, part.replaceAll(ENDS, "")]).find(isKey);
    return key === undefined ? word : word.replaceAll(key, STRUCK_OUT);
  }

  return (text) => {
    const line = masked(harmless(text));
    const rest = configured.length === 0 ? line : line.replaceAll(WORD, withoutKey);
    return shortened(redactLine(rest));
  };
}
