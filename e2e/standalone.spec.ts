import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { accountOf, end, freePort, untilHealthy } from "@/e2e/app-server";
import { rowsOf } from "@/e2e/database";
import { expect, test } from "@/e2e/fixtures";
import { keptConnection } from "@/e2e/kept-connection";
import { type Answer, ask } from "@/e2e/raw-request";
import { PUBLIC_FILES } from "@/e2e/routes";
import { api, pages } from "@/lib/vpn/hrefs";
import { STANDALONE } from "@/scripts/standalone.mjs";

/** Nobody: a user who owns nothing, where the tests may choose (they run as root in CI). */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
let folder = "";

// Copied once, since one worker has them all.
test.describe.configure({ mode: "default" });

/** Copied away from the checkout and from its packages, and not to be written to. */
test.beforeAll(() => {
  if (!existsSync(join(STANDALONE, "start.mjs"))) throw new Error("npm run build");
  folder = mkdtempSync(join(tmpdir(), "tunnelboard-"));
  cpSync(STANDALONE, folder, { recursive: true });
  spawnSync("chmod", ["-R", "a=rX", folder]);
});
test.afterAll(() => {
  spawnSync("chmod", ["-R", "u+w", folder]);
  rmSync(folder, { recursive: true });
});

function start(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ["start.mjs"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_ENV: "production", HOME: "/nonexistent", HOSTNAME: "0.0.0.0", ...env },
    ...NOBODY,
  });
  const chunks: string[] = [];
  child.stdout.on("data", (chunk) => chunks.push(String(chunk)));
  child.stderr.on("data", (chunk) => chunks.push(String(chunk)));
  return { child, output: () => chunks.join("") };
}

test("the standalone server serves pages from files that it cannot write, and ends well", async ({
  simulator,
}) => {
  const port = await freePort();
  const { child, output } = start({ ...accountOf(simulator), PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  await expect.poll(output).toContain(`Local:         ${url}`);
  await untilHealthy(url, child, output);
  const kept = keptConnection();
  const page = await kept.ask(url + pages.vpnConnections(null));
  expect(page).toMatchObject({ status: 200, isLast: false });
  const files = [...new Set(page.body.match(/\/_next\/static\/[^"\\]+\.(js|css)/g))];
  expect(files.length).toBeGreaterThan(1);
  for (const file of [...files, api.overview, ...PUBLIC_FILES]) {
    expect((await kept.ask(url + file)).status).toBe(200);
  }
  child.kill("SIGTERM");
  await expect.poll(output).toContain("shutting down");
  expect(await kept.ask(url + pages.home)).toMatchObject({ status: 200, isLast: true });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  // It was not told where to keep its history, says so once, and wants no other file.
  const lines = output().split("\n");
  const [told, others] = [true, false].map((isTold) =>
    lines.filter((line) => line.includes("history is not being kept") === isTold),
  );
  expect(told).toEqual([expect.stringContaining('"reason":"not_writable"')]);
  expect(others?.join("\n")).not.toMatch(/EROFS|EACCES|EPERM|ENOENT|unhandled/i);
});

test("the standalone server takes no connection before it can answer", async ({ simulator }) => {
  const port = await freePort();
  const { child, output } = start({ ...accountOf(simulator), PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  const kinds = new Set<unknown>();
  const note = async (answer: Promise<Answer>) => {
    kinds.add(await answer.then(({ status }) => status, errorCode));
  };
  const change = { form: { theme: "dark" }, headers: { origin: url } };
  const noted: Promise<void>[] = [];
  while (!kinds.has(200) && child.exitCode === null) {
    noted.push(note(ask(url, "/api/health")), note(ask(url, api.preferences, change)));
    await sleep(20);
  }
  await Promise.all(noted);
  await end(child);
  expect(kinds, output()).toEqual(new Set(["ECONNREFUSED", 200, 303]));
});

test("the standalone server keeps its history where it may write, and can be backed up", async ({
  simulator,
}) => {
  const data = mkdtempSync(join(tmpdir(), "tunnelboard-data-"));
  if (NOBODY.uid !== undefined) chownSync(data, NOBODY.uid, NOBODY.gid);
  const env = { ...accountOf(simulator), TUNNELBOARD_DATA_DIR: data };
  const port = await freePort();
  const { child, output } = start({ ...env, PORT: String(port) });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, output);
  await fetch(`${url}${api.overview}?wait=20`);
  const regions = () => rowsOf(data, "select region_id from regions").length;
  await expect.poll(regions).toBe(simulator.regionIds.length);
  const copy = join(data, "copy.db");
  const backup = spawnSync(process.execPath, ["backup.mjs", copy], {
    cwd: folder,
    env: { NODE_ENV: "production", ...env },
    ...NOBODY,
  });
  expect(String(backup.stderr)).toBe("");
  expect(backup.status).toBe(0);
  await end(child);
  expect(statSync(copy).size).toBeGreaterThan(0);
  expect(output()).not.toContain("history is not being kept");
  rmSync(data, { recursive: true });
});

test("the standalone server stops at a bad setting and names it", async () => {
  const port = await freePort();
  const { child, output } = start({ PORT: String(port), TUNNELBOARD_CACHE_SECONDS: "-1" });
  const [code] = await once(child, "close");
  await end(child);
  expect(code).toBe(1);
  expect(output()).toContain("TUNNELBOARD_CACHE_SECONDS must be");
});

test("the standalone folder has no settings of the builder, and no map of a source", () => {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => /(^|\/)\.env|\.map$|(^|\/)sharp\//.test(path))).toEqual([]);
});

function errorCode(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : error;
}
