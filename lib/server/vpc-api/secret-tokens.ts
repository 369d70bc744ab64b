import "server-only";
import { masked } from "@/lib/server/runtime/known-secrets";
import { isKnownSecret } from "@/lib/server/vpc-api/secret-fingerprints";
import { harmless, shortened } from "@/lib/vpn/logs/harmless-text";
import { redactLine, STRUCK_OUT } from "@/lib/vpn/logs/redact-line";

/** What a line may enclose a key in, or write beside it; a key may hold such characters too. */
const AROUND = /^[\s"'`,;()[\]{}<>|.:=]+|[\s"'`,;()[\]{}<>|.:=]+$/g;
const BETWEEN = /[\s"'`,;()[\]{}<>|:=\\]+/;

/** Shorter ones would strike words of the daemon out of its lines, and so tell what the key is. */
const SHORTEST_KEY = 6;
/** Plain words, numbers and addresses, and ids, which everybody may see: to strike them out would tell the key. */
const PLAIN =
  /^(?:[A-Z]?[a-z_-]{1,16}|[A-Z_-]+|[\d.:/+-]+|\*+|(?:vco|vpn|cgw|tun|tr|vpc|cen)-[\w*-]+)$/;

/**
 * Makes texts of Alibaba's logs fit to be shown: harmless, and without the keys of this server, any key of a connection
 * that has been read, and whatever else looks like a key. It remembers words, most of which come again.
 */
export function lineCleaner(): (text: string) => string {
  const cleaned = new Map<string, string>();

  function withoutKeys(word: string): string {
    if (word.length < SHORTEST_KEY) return word;
    const known = cleaned.get(word);
    if (known !== undefined) return known;
    const keys = [...new Set([word, trimmed(word), ...partsOf(word)])].filter(isKey);
    const rest = keys.reduce((text, key) => text.replaceAll(key, STRUCK_OUT), word);
    cleaned.set(word, rest);
    return rest;
  }

  return (text) => {
    const line = masked(harmless(text));
    return shortened(redactLine(line.replaceAll(/\S+/g, withoutKeys)));
  };
}

function isKey(word: string): boolean {
  return word.length >= SHORTEST_KEY && isKnownSecret(word) && !PLAIN.test(word);
}

const trimmed = (word: string) => word.replaceAll(AROUND, "");

/** `psk:x` and `["x"]` hold x; what ends a sentence is not part of it. */
function partsOf(word: string): string[] {
  return word.split(BETWEEN).flatMap((part) => [part, trimmed(part)]);
}
