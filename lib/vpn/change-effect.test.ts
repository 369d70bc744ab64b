import { describe, expect, it } from "vitest";
import { EFFECT_MS, effectOf } from "@/lib/vpn/change-effect";
import type { EventKind, HistoryEvent } from "@/lib/vpn/events";
import { historyEvent } from "@/lib/vpn/testing/events";

const MINUTE = 60_000;

const event = (minute: number, kind: EventKind, tunnel: number | null = null) =>
  historyEvent(minute * MINUTE, kind, { tunnel });

const change = event(10, "config_changed", 1);
const effect = (...events: HistoryEvent[]) => effectOf(change, [change, ...events]);

describe("what follows a change of configuration", () => {
  it("is the next change of state, whatever the order of the events", () => {
    const found = effect(event(14, "up"), event(12, "tunnel_down", 1), event(2, "down"));
    expect(found).toEqual({ kind: "tunnel_down", tunnel: 1, after: 2 * MINUTE });
  });

  it("in the same read counts, and the tunnel that was changed comes first", () => {
    const sameRead = [event(10, "down"), event(10, "tunnel_down", 2), event(10, "tunnel_down", 1)];
    expect(effect(...sameRead)).toEqual({ kind: "tunnel_down", tunnel: 1, after: 0 });
    expect(effect(...sameRead.slice(0, 2))).toEqual({ kind: "tunnel_down", tunnel: 2, after: 0 });
    expect(effect(...sameRead.slice(0, 1))).toEqual({ kind: "down", tunnel: null, after: 0 });
  });

  it("counts up to a quarter of an hour, and not a moment longer", () => {
    expect(EFFECT_MS).toBe(15 * MINUTE);
    expect(effect(event(25, "degraded"))?.after).toBe(EFFECT_MS);
    expect(effect({ ...event(25, "degraded"), at: 25 * MINUTE + 1 })).toBeNull();
  });

  it("is nothing where nothing has changed its state", () => {
    expect(effect()).toBeNull();
    expect(
      effect(event(11, "config_changed", 2), event(12, "created"), event(9, "down")),
    ).toBeNull();
  });
});
