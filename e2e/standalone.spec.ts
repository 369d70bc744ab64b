import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accountOf, end, freePort, untilHealthy } from "@/e2e/app-server";
import { expect, test } from "@/e2e/fixtures";
import { keptConnection } from "@/e2e/kept-connection";
import { PUBLIC_FILES } from "@/e2e/routes";
import { api, pages } from "@/lib/vpn/hrefs";
import { STANDALONE } from "@/scripts/standalone.mjs";

/** Nobody: a user who owns nothing, where the tests may choose (they run as root in CI). */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
let folder = "";

/** Copied away from the checkout and from its packages, and not to be written to. */
test.beforeAll(() => {
  if (!existsSync(join(STANDALONE, "start.mjs"))) throw new Error("npm run build -- --standalone");
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
  const { ask } = keptConnection();
  const page = await ask(url + pages.vpnConnections(null));
  expect(page).toMatchObject({ status: 200, isLast: false });
  const files = [...new Set(page.body.match(/\/_next\/static\/[^"\\]+\.(js|css)/g))];
  expect(files.length).toBeGreaterThan(1);
  for (const file of [...files, api.overview, ...PUBLIC_FILES]) {
    expect((await ask(url + file)).status).toBe(200);
  }
  child.kill("SIGTERM");
  await expect.poll(output).toContain("shutting down");
  expect(await ask(url + pages.home)).toMatchObject({ status: 200, isLast: true });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(output()).not.toMatch(/EROFS|EACCES|EPERM|ENOENT|unhandled/i);
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
