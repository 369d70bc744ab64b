import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordMissingRead, untilRecorded } from "@/lib/server/history/recorder";
import { standingOf } from "@/lib/server/history/standing";
import {
  DOWN,
  MINUTE_MS,
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

describe("a time without data", () => {
  it("begins with the last good read and ends with the next one", async () => {
    await read(0, [single(UP)]);
    await read(10, [single(UP)], "access_denied");
    expect(await events()).toMatchObject([
      { kind: "no_data", at: at(0), reason: "access_denied", vpnConnectionId: null },
      { kind: "data_back", at: at(10), reason: "access_denied", lasted: 10 * MINUTE_MS },
    ]);
    expect(await timeline(11)).toEqual([
      ["no_data", -1429, 10],
      ["up", 10, null],
    ]);
  });

  it("does not count while it is shorter than three polls", async () => {
    await read(0, [single(UP)]);
    await read(3, [single(UP)]);
    expect(await events()).toEqual([]);
  });

  it("is told while it lasts, once", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(UP)]);
    await recordMissingRead("region-1", "timeout", at(3));
    await recordMissingRead("region-1", "timeout", at(5));
    await recordMissingRead("region-1", "timeout", at(6));
    await untilRecorded();
    expect(await told()).toEqual([{ minute: 1, kind: "no_data" }]);
    expect(await timeline(7)).toEqual([
      ["no_data", -1433, 0],
      ["up", 0, 1],
      ["no_data", 1, null],
    ]);
    await read(9, [single(DOWN)], "timeout");
    expect(await told()).toEqual([
      { minute: 1, kind: "no_data" },
      { minute: 9, kind: "data_back", lasted: 8 },
      { minute: 9, kind: "down", before: "up", after: "down" },
    ]);
  });

  it("is told also where it began before a new start", async () => {
    await read(0, [single(UP)]);
    await history.restart();
    await recordMissingRead("region-1", "access_denied", at(5));
    await untilRecorded();
    expect(await events()).toMatchObject([{ kind: "no_data", at: at(0), reason: "access_denied" }]);
  });

  it("keeps the reason for which it began, also where a new start ends it", async () => {
    await read(0, [single(UP)]);
    await recordMissingRead("region-1", "access_denied", at(5));
    await history.restart();
    await read(9, [single(UP)]);
    expect((await events()).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["no_data", "access_denied"],
      ["data_back", "access_denied"],
    ]);
  });

  it("leaves a state that went on through it known at least since its end", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(DOWN)]);
    const known = await read(20, [single(DOWN)]);
    expect(standingOf(known, "vco-1", at(20))).toEqual({
      verdictSince: at(20),
      verdictSinceExact: false,
      changesIn24Hours: 1,
      flapping: false,
    });
  });
});
