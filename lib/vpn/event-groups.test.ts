import { expect, it } from "vitest";
import { eventGroups } from "@/lib/vpn/event-groups";
import type { HistoryEvent } from "@/lib/vpn/events";
import { historyEvent } from "@/lib/vpn/testing/events";

function event(id: string, at: number, vpnConnectionId: string, regionId = "r-1"): HistoryEvent {
  return historyEvent(at, "down", { id, regionId, vpnConnectionId });
}
const idsOf = (events: HistoryEvent[]) =>
  eventGroups(events).map((group) => group.events.map(({ id }) => id).join(" "));

it("neighbours of the same connection and time are a group", () => {
  expect(idsOf([event("1", 5, "vco-1"), event("2", 5, "vco-1"), event("3", 5, "vco-2")])).toEqual([
    "1 2",
    "3",
  ]);
});

it.each([
  [[event("1", 5, "vco-1"), event("2", 4, "vco-1")]],
  [[event("1", 5, "vco-1"), event("2", 5, "vco-1", "r-2")]],
])("other times and regions are other groups", (events) => {
  expect(idsOf(events)).toEqual(["1", "2"]);
});

it("an order is kept: what is not side by side does not come together", () => {
  const events = [event("1", 5, "vco-1"), event("2", 5, "vco-2"), event("3", 5, "vco-1")];
  expect(idsOf(events)).toEqual(["1", "2", "3"]);
  expect(idsOf([])).toEqual([]);
});

it("within a group states come before configuration, and tunnels in their order", () => {
  const config = { kind: "config_changed" as const };
  const events = [
    { ...event("1", 5, "vco-1"), ...config, tunnel: 2 },
    { ...event("2", 5, "vco-1"), ...config, tunnel: 1 },
    { ...event("3", 5, "vco-1"), tunnel: 2 },
    event("4", 5, "vco-1"),
  ];
  expect(idsOf(events)).toEqual(["4 3 2 1"]);
});
