import { expect, it } from "vitest";
import { historyMoments } from "@/lib/vpn/history-moments";
import { historyEvent } from "@/lib/vpn/testing/events";

const gap = (from: number, to: number | null) => ({ from, to, reason: "timeout" });

it("what one read has shown stands together: configuration, connection, tunnels", () => {
  const events = [
    historyEvent(20, "up"),
    historyEvent(10, "tunnel_down", { tunnel: 2 }),
    historyEvent(10, "tunnel_down", { tunnel: 1 }),
    historyEvent(10, "down"),
    historyEvent(10, "config_changed", { tunnel: 2 }),
  ];
  const told = historyMoments({ events, gaps: [], from: 0 }).map(({ at, events: own }) => {
    return `${at}: ${own.map(({ kind, tunnel }) => `${kind}${tunnel ?? ""}`).join(" ")}`;
  });
  expect(told).toEqual(["20: up", "10: config_changed2 down tunnel_down1 tunnel_down2"]);
});

it("times without data stand between events, where they begin", () => {
  const gaps = [gap(-5, 3), gap(15, null)];
  const moments = historyMoments({ events: [historyEvent(10, "down")], gaps, from: 0 });
  expect(moments.map(({ at, events, gaps: own }) => [at, events.length, own])).toEqual([
    [15, 0, [gap(15, null)]],
    [10, 1, []],
    [0, 0, [gap(-5, 3)]],
  ]);
});
