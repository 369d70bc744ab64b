import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NotLeadingError } from "@/lib/server/database/database-error";
import { notRecording, useDatabase, writeToDatabase } from "@/lib/server/database/store";
import { knownRegionsSoFar, untilRecorded } from "@/lib/server/history/recorder";
import { recorder } from "@/lib/server/history/recorder-state";
import { onRoleChange } from "@/lib/server/history/save";
import type { Role } from "@/lib/server/replicas/replica";
import * as replicas from "@/lib/server/replicas/replicas";
import { DOWN, read, single, startHistory, told, UP } from "@/lib/server/testing/history";

vi.mock("@/lib/server/replicas/replicas", { spy: true });

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await history.end();
});

/** As the elections have it. */
async function become(role: Role): Promise<void> {
  vi.mocked(replicas.roleNow).mockReturnValue(role);
  vi.mocked(replicas.asLeader).mockImplementation(async (db, work) => {
    if (role !== "leader") throw new NotLeadingError();
    return db.transaction().execute(work);
  });
  onRoleChange(role);
  await untilRecorded();
}

const revision = async () =>
  (await useDatabase((db) => db.selectFrom("regions").select("revision").execute()))[0]?.revision;

/** What another replica does, which has a memory of its own. */
async function elsewhere(minute: number, status: string): Promise<void> {
  const own = new Map(recorder().known);
  recorder().known.clear();
  await become("leader");
  await read(minute, [single(status)]);
  recorder().known.clear();
  await become("follower");
  for (const [regionId, known] of own) recorder().known.set(regionId, known);
}

describe("history of a replica", () => {
  it("that follows is left to the leader", async () => {
    await elsewhere(0, UP);
    await become("follower");
    await read(1, [single(DOWN)]);
    expect(await revision()).toBe(1);
    expect(knownRegionsSoFar()).toEqual([]);
    expect(notRecording()).toBeNull();
  });

  it("that could not be written is no matter once another keeps it", async () => {
    const failed = writeToDatabase(() => Promise.reject(new Error("timeout")));
    await expect(failed).rejects.toMatchObject({ reason: "unreachable" });
    expect(notRecording()).not.toBeNull();
    await become("follower");
    expect(notRecording()).toBeNull();
  });

  it("that is alone waits, and is written once when it leads", async () => {
    await become("leader");
    await read(0, [single(UP)]);
    await become("alone");
    await read(1, [single(DOWN)]);
    expect(await told()).toEqual([]);
    await become("leader");
    await read(2, [single(DOWN)]);
    expect(await told()).toEqual([{ minute: 1, kind: "down", before: "up", after: "down" }]);
  });

  it("that is alone is dropped when another leads, which has seen the same", async () => {
    await become("leader");
    await read(0, [single(UP)]);
    await become("alone");
    await read(1, [single(DOWN)]);
    await become("follower");
    await elsewhere(2, DOWN);
    await become("leader");
    await read(3, [single(DOWN)]);
    expect(await told()).toEqual([{ minute: 2, kind: "down", before: "up", after: "down" }]);
  });

  it("that leads again after another goes on from what that has written", async () => {
    await become("leader");
    await read(0, [single(UP)]);
    await become("follower");
    await elsewhere(1, DOWN);
    await become("leader");
    await read(2, [single(UP)]);
    expect(await told()).toEqual([
      { minute: 1, kind: "down", before: "up", after: "down" },
      { minute: 2, kind: "up", before: "down", after: "up", lasted: 1 },
    ]);
  });
});
