import { statSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordMissingRead } from "@/lib/server/history/recorder";
import { removeOldHistory } from "@/lib/server/history/retention";
import { engine } from "@/lib/server/testing/engine";
import { ACCOUNT, type Schema } from "@/lib/server/database/schema";
import { FILE_NAME } from "@/lib/server/database/sqlite";
import { useDatabase, writeToDatabase } from "@/lib/server/database/store";
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
import { DAY_MS } from "@/lib/vpn/history";

const DAY = DAY_MS / MINUTE_MS;

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
  vi.stubEnv("TUNNELBOARD_POLL_SECONDS", "3600");
});
afterEach(() => history.end());

const count = async (table: keyof Schema) =>
  (await useDatabase((db) => db.selectFrom(table).select("account").execute())).length;
const afterDays = (days: number) => removeOldHistory(T0 + days * DAY_MS);

describe("retention", () => {
  it("removes what ended before the time for which history is kept, and that alone", async () => {
    await read(0, [single(UP), pair(UP, UP)]);
    await read(10, [single(DOWN), pair(UP, UP)]);
    await read(20, [single(UP), pair(UP, UP)]);
    await read(20 * DAY, [single(DOWN), pair(UP, UP)], "timeout");
    expect([await count("events"), await count("intervals"), await count("gaps")]).toEqual([
      5, 11, 1,
    ]);
    await afterDays(100);
    // The one gap and the last change are of the 20th day.
    const intervals = await useDatabase((db) =>
      db.selectFrom("intervals").selectAll().orderBy("part").orderBy("began_at").execute(),
    );
    expect(intervals.filter(({ vpn_connection_id: id }) => id === "vco-2")).toHaveLength(3);
    expect(
      intervals.filter(({ vpn_connection_id: id }) => id === "vco-1").map((one) => one.state),
    ).toEqual(["up", "down", "up", "down"]);
    expect([await count("events"), await count("gaps")]).toEqual([2, 1]);
    await afterDays(111);
    expect([await count("events"), await count("intervals"), await count("gaps")]).toEqual([
      0, 5, 0,
    ]);
  });

  it("keeps a time without data that still lasts, however long", async () => {
    await read(0, [single(UP)]);
    await recordMissingRead("region-1", "timeout", T0 + DAY_MS);
    await history.restart();
    await afterDays(400);
    expect(await count("gaps")).toBe(1);
    expect(await count("regions")).toBe(1);
  });

  it("removes connections that are long gone with all that is theirs", async () => {
    await read(0, [single(UP), pair(UP, UP)]);
    await read(10, [pair(UP, UP)]);
    await afterDays(90);
    expect([await count("connections"), await count("connection_gateways")]).toEqual([2, 4]);
    await afterDays(91);
    expect([await count("connections"), await count("connection_gateways")]).toEqual([1, 2]);
    expect(await count("intervals")).toBe(3);
  });

  it.skipIf(engine.isServer)(
    "takes more than one portion where there is more, and gives all of the space back",
    async () => {
      await read(0, [single(UP)]);
      const event = {
        account: ACCOUNT,
        region_id: "region-1",
        name: "office",
        kind: "up" as const,
      };
      const many = Array.from({ length: 1_300 }, (_, index) => ({
        ...event,
        at: T0 + index,
        changes: "x".repeat(2_000),
      }));
      for (let from = 0; from < many.length; from += 100) {
        await writeToDatabase((db) =>
          db
            .insertInto("events")
            .values(many.slice(from, from + 100))
            .execute(),
        );
      }
      const size = () => statSync(join(history.folder, FILE_NAME)).size;
      await writeToDatabase((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
      const before = size();
      await afterDays(91);
      expect(await count("events")).toBe(0);
      expect(size()).toBeLessThan(before / 10);
      expect(statSync(join(history.folder, `${FILE_NAME}-wal`)).size).toBe(0);
    },
  );

  it("stops where it is asked to, and leaves the rest for the next time", async () => {
    await read(0, [single(UP)]);
    await read(1, [single(DOWN)]);
    await removeOldHistory(T0 + 200 * DAY_MS, AbortSignal.abort());
    expect(await count("events")).toBe(1);
  });
});
