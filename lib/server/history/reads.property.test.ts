import { array, assert, asyncProperty, constantFrom, integer, record } from "fast-check";
import { expect, it } from "vitest";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { listEvents } from "@/lib/server/history/event-list";
import { DOWN, MINUTE_MS, read, single, startHistory, T0, UP } from "@/lib/server/testing/history";
import { OPERATOR } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";

const STATES = { [UP]: "up", [DOWN]: "down", none: "unknown", gone: "no_data" } as const;

const step = record({
  minutes: integer({ min: 1, max: 6 }),
  status: constantFrom(UP, DOWN, "none", "gone"),
  restart: constantFrom(false, false, true),
});

/** The rule itself: what the last read showed, for as long as reads went on coming. */
function stateAt(minute: number, reads: { minute: number; status: keyof typeof STATES }[]) {
  const index = reads.findLastIndex((one) => one.minute <= minute);
  const [last, next] = [reads[index], reads[index + 1]];
  if (last === undefined) return "no_data";
  if (next !== undefined && next.minute - last.minute > 3) return "no_data";
  return STATES[last.status];
}

it("shows at any time what the read before it showed, whatever was read and restarted", async () => {
  await assert(
    asyncProperty(array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const history = startHistory();
      const reads = [];
      let minute = 0;
      for (const { minutes, status, restart } of steps) {
        minute += minutes;
        if (restart) await history.restart();
        const connections = status === "gone" ? [] : [single(status === "none" ? null : status)];
        // Another connection keeps the region from being empty, which is read less often.
        await read(minute, [...connections, single(UP, { vpnConnectionId: "vco-2" })]);
        reads.push({ minute, status });
      }
      const now = T0 + (minute + 1) * MINUTE_MS;
      const asked = { regionId: "region-1", vpnConnectionId: "vco-1" };
      const found = await readConnectionHistory(asked, "24h", OPERATOR, now);
      const shown = (at: number) =>
        found?.connection.find(({ from, to }) => from <= at && at < (to ?? Infinity))?.state ??
        "no_data";
      for (let half = 0; half <= minute; half += 0.5) {
        expect([half, shown(T0 + half * MINUTE_MS)]).toEqual([half, stateAt(half, reads)]);
      }
      const { events } = await listEvents({ ...NO_EVENT_PARAMETERS, pageSize: 50 }, OPERATOR);
      // Whatever lasted is not longer than what lies between two reads that differ.
      for (const { lasted, at } of events) expect(lasted ?? 0).toBeLessThanOrEqual(at - T0);
      await history.end();
    }),
    { numRuns: 25 },
  );
});
