import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { currentWaivers } from "@/lib/server/inventory/waivers/waivers";
import { forgetAll } from "@/lib/server/testing/account";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";

let folder: string;
let lines: string[];

beforeEach(() => {
  stopClock();
  folder = mkdtempSync(path.join(tmpdir(), "waivers-"));
  lines = forgetAll();
  vi.stubEnv("TUNNELBOARD_WAIVERS_FILE", path.join(folder, "waivers.yaml"));
  write("dh-group-2");
});
afterEach(() => {
  startClock();
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const write = (rule: string) =>
  writeFileSync(
    path.join(folder, "waivers.yaml"),
    `waivers:\n  - rule: ${rule}\n    regionId: cn-hangzhou\n    reason: known\n    until: 2027-03-31\n`,
  );
const rules = () => currentWaivers().waivers.flatMap((one) => one.rules);

it("reads the file again when it has changed", async () => {
  expect(rules()).toEqual(["dh-group-2"]);
  write("ike-version-1");
  await pass(1_000);
  expect(rules()).toEqual(["ike-version-1"]);
  expect(lines.join("")).toContain("TUNNELBOARD_WAIVERS_FILE has changed");
});

it("keeps the waivers while the file is wrong, and says in which line", async () => {
  expect(rules()).toEqual(["dh-group-2"]);
  write("nonsense");
  await pass(1_000);
  expect(rules()).toEqual(["dh-group-2"]);
  expect(currentWaivers().problem).toMatch(/^line 2: rule must be/);
  expect(lines.join("")).toContain("TUNNELBOARD_WAIVERS_FILE line 2: rule must be");
  write("ike-version-1");
  await pass(1_000);
  expect(currentWaivers()).toMatchObject({ problem: null });
  expect(rules()).toEqual(["ike-version-1"]);
});

it("has none without a file", () => {
  vi.stubEnv("TUNNELBOARD_WAIVERS_FILE", "");
  expect(currentWaivers()).toMatchObject({ waivers: [], problem: null });
});
