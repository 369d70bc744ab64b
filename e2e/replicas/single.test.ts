import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "@/e2e/app-server";
import { startAccount } from "@/e2e/replicas/account";
import { recordCalls } from "@/e2e/replicas/calls";
import { productionOf } from "@/e2e/replicas/cluster";
import { replicaAt, type RunningReplica } from "@/e2e/replicas/replica";
import { sessionAt } from "@/e2e/replicas/viewers";
import { callsOfMinute } from "@/e2e/replicas/watched";
import { makeUsersFile } from "@/e2e/users-file";

/** What replicas are compared with: one process that keeps its history in a file, with the same account and viewers. */
let account: Awaited<ReturnType<typeof startAccount>>;
let single: RunningReplica;
const users = makeUsersFile({ vera: "viewer" });
const folder = mkdtempSync(join(tmpdir(), "tunnelboard-single-"));

beforeAll(async () => {
  account = await startAccount();
  single = replicaAt(await freePort(), {
    ...productionOf(account.simulator),
    ...users.settings,
    TUNNELBOARD_DATA_DIR: folder,
  });
  await single.untilHealthy();
});
afterAll(async () => {
  await single.end("SIGTERM");
  await account.simulator.close();
  users.close();
  rmSync(folder, { recursive: true });
});

it("tells what a single process with a file costs", async () => {
  const calls = recordCalls(account.simulator);
  const cookie = await sessionAt(single.url, "vera");
  expect(await callsOfMinute([single], calls, cookie, "with a file")).toBeGreaterThan(10);
  calls.close();
});
