import { expect, it } from "vitest";
import { historyMoments } from "@/lib/vpn/history-moments";
import { historyEvent } from "@/lib/vpn/testing/events";

const LIFE = { from: 0, to: 100, firstSeenAt: -50, deletedAt: null };
const gap = (from: number, to: number | null) => ({ from, to, reason: "timeout" });

it("what one read has shown stands together: configuration, connection, tunnels", () => {
  const events = [
    historyEvent(20, "up"),
    historyEvent(10, "tunnel_down", { tunnel: 2 }),
    historyEvent(10, "tunnel_down", { tunnel: 1 }),
    historyEvent(10, "down"),
    historyEvent(10, "config_changed", { tunnel: 2 }),
  ];
  const told = historyMoments({ ...LIFE, events, gaps: [] }).map(({ at, events: own }) => {
    return `${at}: ${own.map(({ kind, tunnel }) => `${kind}${tunnel ?? ""}`).join(" ")}`;
  });
  expect(told).toEqual(["20: up", "10: config_changed2 down tunnel_down1 tunnel_down2"]);
});

it("times without data stand between events, where they begin", () => {
  const gaps = [gap(-5, 3), gap(15, null)];
  const moments = historyMoments({ ...LIFE, events: [historyEvent(10, "down")], gaps });
  expect(moments.map(({ at, events, gaps: own }) => [at, events.length, own])).toEqual([
    [15, 0, [gap(15, null)]],
    [10, 1, []],
    [0, 0, [gap(-5, 3)]],
  ]);
});

it("what was not known before the connection was there, or after, is not told", () => {
  const gaps = [gap(5, 10), gap(20, 30), gap(45, 55), gap(70, 80)];
  const beginnings = (lifespan: object) =>
    historyMoments({ ...LIFE, events: [], gaps, ...lifespan }).map(({ at }) => at);
  expect(beginnings({ firstSeenAt: 15, deletedAt: 50 })).toEqual([45, 20]);
  expect(beginnings({ firstSeenAt: 25 })).toEqual([70, 45, 25]);
  expect(beginnings({ firstSeenAt: null })).toEqual([]);
});
