import { afterEach, beforeEach, expect, it } from "vitest";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { recordMissingRead, untilRecorded } from "@/lib/server/history/recorder";
import { readTimelines } from "@/lib/server/history/timelines";
import {
  DOWN,
  MINUTE_MS,
  pair,
  read,
  single,
  startHistory,
  T0,
  UP,
} from "@/lib/server/testing/history";
import { OPERATOR } from "@/lib/server/testing/users";

const at = (minutes: number) => T0 + minutes * MINUTE_MS;
const span = (minutes: number) => ({ from: at(0), to: at(minutes) });

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

const NAMED = [
  { vpnConnectionId: "vco-2", name: "plant" },
  { vpnConnectionId: "vco-1", name: "office" },
  { vpnConnectionId: "vco-never", name: "" },
];

it("timelines of several connections keep their order, one that was never seen among them", async () => {
  await read(0, [single(UP)]);
  await read(1, [single(UP), pair(UP, DOWN)]);
  await read(2, [pair(UP, UP)]);
  const { timelines, gaps } = await readTimelines("region-1", NAMED, span(3));
  expect(gaps).toEqual([]);
  expect(timelines).toEqual([
    {
      vpnConnectionId: "vco-2",
      name: "plant",
      firstSeenAt: at(1),
      deletedAt: null,
      intervals: [
        { state: "no_data", from: at(0), to: at(1) },
        { state: "degraded", from: at(1), to: at(2) },
        { state: "up", from: at(2), to: null },
      ],
    },
    {
      vpnConnectionId: "vco-1",
      name: "office",
      firstSeenAt: at(0),
      deletedAt: at(2),
      intervals: [
        { state: "up", from: at(0), to: at(2) },
        { state: "no_data", from: at(2), to: at(3) },
      ],
    },
    {
      vpnConnectionId: "vco-never",
      name: "",
      firstSeenAt: null,
      deletedAt: null,
      intervals: [{ state: "no_data", from: at(0), to: at(3) }],
    },
  ]);
  expect(await readTimelines("region-1", [], span(3))).toEqual({ timelines: [], gaps: [] });
});

it("a time without data says why, also one that has not been noted yet", async () => {
  await read(0, [single(UP)]);
  await recordMissingRead("region-1", "timeout", at(5));
  await untilRecorded();
  await read(10, [single(UP)], "timeout");
  const asked = { regionId: "region-1", vpnConnectionId: "vco-1" };
  const gapsAt = async (minutes: number) =>
    (await readConnectionHistory(asked, "24h", OPERATOR, at(minutes)))?.gaps;
  const noted = { from: at(0), to: at(10), reason: "timeout" };
  expect(await gapsAt(11)).toEqual([noted]);
  expect(await gapsAt(20)).toEqual([noted, { from: at(10), to: null, reason: "not_read" }]);
  expect((await readTimelines("region-1", NAMED, span(11))).gaps).toEqual([noted]);
});

it("a history tells what its connection was called, and since and until when it is known", async () => {
  await read(0, [single(UP)]);
  await read(1, [single(UP, { name: "branch" })]);
  await read(2, []);
  const asked = { regionId: "region-1", vpnConnectionId: "vco-1" };
  expect(await readConnectionHistory(asked, "24h", OPERATOR, at(3))).toMatchObject({
    name: "branch",
    firstSeenAt: at(0),
    deletedAt: at(2),
  });
});
