import "server-only";
import { isIPv6 } from "node:net";
import { plainAddress } from "@/lib/server/runtime/networks";

type Rule = {
  /** Tries before there is a delay. */
  free: number;
  longestMs: number;
};

/** By what tries are counted. */
export type Counted = { key: string; rule: Rule };

/** Short, since it also keeps out whose name is being tried: a guesser must not lock the door. */
const PER_USER: Rule = { free: 5, longestMs: 60_000 };
/** Long, but later: behind an address there may be an office. */
const PER_ADDRESS: Rule = { free: 20, longestMs: 15 * 60_000 };
/** Whoever has one IPv6 network may have the 65,536 of a site (RFC 6177). */
const PER_SITE: Rule = { free: 100, longestMs: 15 * 60_000 };

/** For who has signed in there before, and for who has taken that cookie. */
const PER_BROWSER: Rule = { free: 5, longestMs: 15 * 60_000 };

const FIRST_DELAY_MS = 1_000;
export const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** First what is forgotten when a try succeeds: the user, or a browser in which they have signed in before. */
export function countedBy(user: string, address: string, browser: string | null): Counted[] {
  if (browser !== null) return [{ key: `browser ${browser}`, rule: PER_BROWSER }];
  return [{ key: `user ${user.toLowerCase()}`, rule: PER_USER }, ...placesOf(address)];
}

export function delayOf(tries: number, { free, longestMs }: Rule): number {
  return tries < free ? 0 : Math.min(longestMs, FIRST_DELAY_MS * 2 ** (tries - free));
}

/** After no try, one, two and so on; the last of them stays. */
export function delaysOf(rule: Rule): number[] {
  const delays: number[] = [];
  while (delays.at(-1) !== rule.longestMs) delays.push(delayOf(delays.length, rule));
  return delays;
}

/** Of IPv6 the network and the site, since whoever has one address there has them all. */
function placesOf(address: string): Counted[] {
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
