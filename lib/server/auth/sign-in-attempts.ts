import "server-only";
import { isIPv6 } from "node:net";
import { LRUCache } from "lru-cache";
import { AccessError } from "@/lib/server/auth/access-error";
import { plainAddress } from "@/lib/server/runtime/networks";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Tries that have failed or are still under way, and until when there may be no other. */
type Tally = { tries: number; closedUntil: number };

type Rule = {
  /** Tries before there is a delay. */
  free: number;
  longestMs: number;
};

/** Short, since it also keeps out whose name is being tried: a guesser must not lock the door. */
const PER_USER: Rule = { free: 5, longestMs: 60_000 };
/** Long, but later: behind an address there may be an office. */
const PER_ADDRESS: Rule = { free: 20, longestMs: 15 * 60_000 };
/** Whoever has one IPv6 network may have the 65,536 of a site (RFC 6177). */
const PER_SITE: Rule = { free: 100, longestMs: 15 * 60_000 };

/** For who has signed in there before, and for who has taken that cookie. */
const PER_BROWSER: Rule = { free: 5, longestMs: 15 * 60_000 };

const FIRST_DELAY_MS = 1_000;
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/**
 * Takes a try of signing in, which counts as failed until `succeeded` is called, so that tries at the
 * same time count too. A browser in which this user has signed in before has tries of its own, so that
 * whoever guesses elsewhere does not keep them out. Throws AccessError while another one must wait.
 */
export function takeTry(
  user: string,
  address: string,
  browser: string | null = null,
): { succeeded: () => void } {
  const strangers = [{ key: `user ${user.toLowerCase()}`, rule: PER_USER }, ...placesOf(address)];
  const own = [{ key: `browser ${browser}`, rule: PER_BROWSER }];
  const tallies = (browser === null ? strangers : own).map(({ key, rule }) => ({
    key,
    rule,
    tally: kept().get(key) ?? { tries: 0, closedUntil: 0 },
  }));
  const waitMs = Math.max(...tallies.map(({ tally }) => tally.closedUntil)) - Date.now();
  if (waitMs > 0) throw new AccessError("tooManyAttempts", waitMs);
  for (const { key, rule, tally } of tallies) {
    tally.tries += 1;
    tally.closedUntil = Date.now() + delayOf(tally.tries, rule);
    kept().set(key, tally);
  }
  return {
    succeeded() {
      const [ofUser, ...ofPlaces] = tallies;
      if (ofUser !== undefined) kept().delete(ofUser.key);
      // Their earlier failures stand: else an account of their own would give a guesser new tries.
      for (const { tally } of ofPlaces) {
        tally.tries -= 1;
        tally.closedUntil = 0;
      }
    },
  };
}

function delayOf(tries: number, { free, longestMs }: Rule): number {
  return tries < free ? 0 : Math.min(longestMs, FIRST_DELAY_MS * 2 ** (tries - free));
}

/** Of IPv6 the network and the site, since whoever has one address there has them all. */
function placesOf(address: string): { key: string; rule: Rule }[] {
  const plain = plainAddress(address);
  if (!isIPv6(plain)) return [{ key: `address ${plain}`, rule: PER_ADDRESS }];
  const [front = "", back = ""] = plain.split("::");
  const [first, last] = [groupsOf(front), groupsOf(back)];
  const between = Array.from({ length: 8 - first.length - last.length }, () => 0);
  const groups = [...first, ...between, ...last];
  return [
    { key: `address ${groups.slice(0, 4).join(":")}`, rule: PER_ADDRESS },
    { key: `site ${groups.slice(0, 3).join(":")}`, rule: PER_SITE },
  ];
}

const groupsOf = (text: string) =>
  text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));

const kept = defineSingleton(
  "signInTallies",
  () => new LRUCache<string, Tally>({ max: 20_000, ttl: FORGOTTEN_AFTER_MS }),
);
