import { expect, it } from "vitest";
import type { ConnectionTimeline, State } from "@/lib/vpn/history";
import { outagesOf, worstTimelines } from "@/lib/vpn/worst-timelines";

const SPAN = { from: 0, to: 100 };

/** States, each with the time at which it begins. */
function timeline(name: string, ...states: [State, number][]): ConnectionTimeline {
  const intervals = states.map(([state, from], index) => {
    return { state, from, to: states[index + 1]?.[1] ?? null };
  });
  return { vpnConnectionId: `vco-${name}`, name, firstSeenAt: 0, deletedAt: null, intervals };
}

it("the worst comes first: down, degraded, not known, and what is alike by name", () => {
  const ranked = worstTimelines(
    [
      timeline("zulu", ["up", 0]),
      timeline("alpha", ["up", 0]),
      timeline("unknown", ["unknown", 0], ["up", 10]),
      timeline("nothing", ["no_data", 0], ["up", 50]),
      timeline("degraded", ["degraded", 0]),
      timeline("down-shortly", ["degraded", 0], ["down", 90]),
      timeline("down-long", ["up", 0], ["down", 80]),
    ],
    SPAN,
  );
  expect(ranked.map(({ name }) => name)).toEqual([
    "down-long",
    "down-shortly",
    "degraded",
    "nothing",
    "unknown",
    "alpha",
    "zulu",
  ]);
  expect(ranked[0]?.lasted).toMatchObject({ up: 80, down: 20, ratio: 0.8 });
});

it("outages are told newest first, those of one moment by length, and what is not known is none", () => {
  const outages = outagesOf([
    timeline("one", ["up", 0], ["down", 40], ["up", 50]),
    timeline("other", ["no_data", 0], ["down", 40], ["unknown", 60]),
    timeline("last", ["up", 0], ["degraded", 70]),
  ]);
  expect(outages.map(({ name, state, from, to }) => [name, state, from, to])).toEqual([
    ["last", "degraded", 70, null],
    ["other", "down", 40, 60],
    ["one", "down", 40, 50],
  ]);
});
