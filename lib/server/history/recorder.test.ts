import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { standingOf } from "@/lib/server/history/standing";
import { useDatabase } from "@/lib/server/database/store";
import {
  DOWN,
  MINUTE_MS,
  pair,
  read,
  single,
  startHistory,
  told,
  UP,
} from "@/lib/server/testing/history";
import { at, events, timeline } from "@/lib/server/testing/history-answers";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

/** How many rows there are of what could grow. */
const rows = () =>
  useDatabase((db) =>
    Promise.all(
      (["events", "intervals", "connections", "gaps"] as const).map(async (table) => {
        const all = await db.selectFrom(table).select("account").execute();
        return all.length;
      }),
    ),
  );
describe("reads of a region", () => {
  it("tell nothing of the first sight", async () => {
    await read(0, [single(UP)]);
    expect(await events()).toEqual([]);
    expect(await timeline(1)).toEqual([
      ["no_data", -1439, 0],
      ["up", 0, null],
    ]);
  });

  it("tell what changes, and how long the state before lasted where that is known", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(DOWN)]);
    await read(3, [single(UP)]);
    expect(await told()).toEqual([
      { minute: 1, kind: "down", before: "up", after: "down" },
      { minute: 3, kind: "up", before: "down", after: "up", lasted: 2 },
    ]);
    expect(await timeline(4)).toEqual([
      ["no_data", -1436, 0],
      ["up", 0, 1],
      ["down", 1, 3],
      ["up", 3, null],
    ]);
  });

  it("tell which tunnel of a pair it is", async () => {
    await read(0, [pair(UP, UP)]);
    await read(1, [pair(UP, DOWN)]);
    expect(await told()).toEqual([
      { minute: 1, kind: "tunnel_down", tunnel: 2, before: "up", after: "down" },
      { minute: 1, kind: "degraded", before: "up", after: "degraded" },
    ]);
  });

  it("tell how long the last state of what was deleted had lasted", async () => {
    await read(0, [single(UP), pair(UP, UP)]);
    await read(1, [single(DOWN), pair(UP, UP)]);
    await read(3, [pair(UP, UP)]);
    expect((await told()).at(-1)).toEqual({
      minute: 3,
      kind: "deleted",
      before: "down",
      lasted: 2,
    });
  });

  it("tell what has been created and deleted", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(UP), pair(UP, UP)]);
    await read(2, [pair(UP, UP)]);
    expect(await told()).toEqual([
      { minute: 1, kind: "created", after: "up" },
      { minute: 2, kind: "deleted", before: "up" },
    ]);
    expect(await timeline(3)).toEqual([
      ["no_data", -1437, 0],
      ["up", 0, 2],
      ["no_data", 2, 3],
    ]);
  });

  it("write one row where nothing has changed", async () => {
    await read(0, [single(UP), pair(UP, DOWN)]);
    const before = await rows();
    for (const minute of [1, 2, 3]) await read(minute, [single(UP), pair(UP, DOWN)]);
    expect(await rows()).toEqual(before);
  });

  it("never go back in time with the clock", async () => {
    await read(5, [single(UP)]);
    await read(1, [single(DOWN)]);
    expect((await events())[0]?.at).toBe(at(5) + 1);
  });
});

describe("a clock that is set back", () => {
  it("is replaced by one that nobody sets, until it has caught up", async () => {
    const at5 = { regionId: "region-1", at: at(5), monotonicAt: 1_000 };
    await recordRead({ ...at5, connections: [single(UP)] }, null);
    const next = { ...at5, at: at(1), monotonicAt: 1_000 + MINUTE_MS };
    await recordRead({ ...next, connections: [single(DOWN)] }, null);
    const last = { ...at5, at: at(2), monotonicAt: 1_000 + 3 * MINUTE_MS };
    await recordRead({ ...last, connections: [single(UP)] }, null);
    await untilRecorded();
    expect(await told()).toEqual([
      { minute: 6, kind: "down", before: "up", after: "down" },
      { minute: 8, kind: "up", before: "down", after: "up", lasted: 2 },
    ]);
  });
});

describe("a new start", () => {
  it("goes on from what was written", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(DOWN)]);
    await history.restart();
    const known = await read(2, [single(DOWN)]);
    expect(standingOf(known, "vco-1", at(2))).toMatchObject({
      verdictSince: at(1),
      verdictSinceExact: true,
      changesIn24Hours: 1,
    });
    expect(await told()).toHaveLength(1);
  });

  it("tells what has changed meanwhile in the configuration", async () => {
    await read(0, [single(UP)]);
    await history.restart();
    await read(1, [single(UP, { name: "office-2", localSubnets: ["10.0.0.0/8"] })]);
    expect(await events()).toMatchObject([
      {
        kind: "config_changed",
        tunnel: null,
        changes: [
          { field: "name", before: "office", after: "office-2" },
          { field: "localSubnets", before: "", after: "10.0.0.0/8" },
        ],
      },
    ]);
  });

  it("has not been reading in between", async () => {
    await read(0, [single(UP)]);
    await history.restart();
    await read(10, [single(UP)]);
    expect(await events()).toMatchObject([
      { kind: "no_data", reason: "not_read" },
      { kind: "data_back", reason: "not_read" },
    ]);
  });
});
