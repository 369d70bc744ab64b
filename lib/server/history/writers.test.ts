import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recorder } from "@/lib/server/history/recorder-state";
import { notRecording, useDatabase, writeToDatabase } from "@/lib/server/database/store";
import { engine } from "@/lib/server/testing/engine";
import { DOWN, pair, read, single, startHistory, told, UP } from "@/lib/server/testing/history";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

/** Lets another process with its own memory take a read, and comes back to this one's. */
async function elsewhere(work: () => Promise<unknown>): Promise<void> {
  const own = new Map(recorder().known);
  recorder().known.clear();
  await work();
  recorder().known.clear();
  for (const [regionId, known] of own) recorder().known.set(regionId, known);
}

describe("two processes on one database", () => {
  it("go on from what the other has written", async () => {
    await read(0, [single(UP)]);
    await elsewhere(() => read(1, [single(DOWN)]));
    await read(2, [single(DOWN)]);
    await read(3, [single(UP)]);
    expect(await told()).toEqual([
      { minute: 1, kind: "down", before: "up", after: "down" },
      { minute: 3, kind: "up", before: "down", after: "up", lasted: 2 },
    ]);
    const open = await useDatabase((db) =>
      db.selectFrom("intervals").select("part").where("ended_at", "is", null).execute(),
    );
    expect(open).toHaveLength(2);
    expect(notRecording()).toBeNull();
  });

  it("begin a region once", async () => {
    await elsewhere(() => read(0, [single(UP)]));
    await read(1, [single(DOWN)]);
    expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
  });
});

const changes = async () => {
  const { rows } = await writeToDatabase((db) =>
    sql<{ count: number }>`select total_changes() as count`.execute(db),
  );
  return rows[0]?.count ?? 0;
};

it.skipIf(engine.isServer)("a read in which nothing is new changes one row", async () => {
  const connections = [single(UP), pair(UP, DOWN)];
  await read(0, connections);
  const before = await changes();
  await read(1, connections);
  await read(2, [single(UP), pair(UP, DOWN)]);
  expect(await changes()).toBe(before + 2);
});
