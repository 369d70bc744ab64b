import { createRandom, seedOf } from "../account/random";
import { causeOf } from "./cause";
import { racoonLines } from "./racoon-lines";
import { strongswanLines } from "./strongswan-lines";
import type { TunnelFacts } from "./tunnel";

const minute = 60;
/** Alibaba's documents show the same moment in a line and in milliseconds: lines are in Beijing's time. */
const beijing = 8 * 60 * minute;

/** What the gateway has written of a tunnel from the first second up to, not including, the last; the oldest first. */
export function logLines(facts: TunnelFacts, from: number, to: number): string[] {
  const lines: string[] = [];
  for (let start = Math.floor(from / minute) * minute; start < to; start += minute) {
    for (const { at, text } of linesOfMinute(facts, start)) {
      if (at >= from && at < to) lines.push(`${clock(at)} ${text}`);
    }
  }
  return lines;
}

/** The same whenever it is asked for. */
function linesOfMinute(facts: TunnelFacts, start: number): { at: number; text: string }[] {
  const { connectionId, tunnelId = connectionId } = facts;
  const random = createRandom(seedOf(start, tunnelId));
  const write = facts.daemon === "racoon" ? racoonLines : strongswanLines;
  const texts = write(causeOf(facts), facts, random);
  let at = start + random.integer(0, 10);
  return texts.map((text) => {
    at += random.integer(0, 8);
    return { at, text };
  });
}

function clock(seconds: number): string {
  return new Date((seconds + beijing) * 1000).toISOString().slice(0, 19).replace("T", " ");
}
