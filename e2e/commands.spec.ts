import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { end, freePort, launch, startApp } from "@/e2e/app-server";
import { expect, test } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";

// Without an account the picker of regions is refused its list.
test.use({ allowFailedReplies: true });

const ROOT = join(import.meta.dirname, "..");

for (const [name, value] of [
  ["PORT", "seventy"],
  ["VPC_ENDPOINT", "vpc.aliyuncs.com"],
  ["TUNNELBOARD_REGIONS", "cn-hangzhou,evil.example#"],
  ["TUNNELBOARD_CACHE_SECONDS", "-1"],
  ["TUNNELBOARD_DATA_DIR", "/dev/null/data"],
] as const) {
  test(`npm start stops at a bad ${name} and names it`, async () => {
    const { child, output } = launch({ [name]: value });
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(output()).toContain(name);
    expect(output()).not.toContain(value);
  });
}

test("npm start names a port that is taken", async () => {
  const other = createServer();
  const port = await freePort();
  other.listen(port, "127.0.0.1");
  await once(other, "listening");
  const { child, output } = launch({ PORT: String(port) });
  const [code] = await once(child, "close");
  other.close();
  expect(code).toBe(1);
  expect(output()).toContain(`PORT ${port}`);
});

test("npm start listens on loopback only, and ends on SIGTERM", async () => {
  const port = await freePort();
  const { child, output } = launch({ PORT: String(port), HOSTNAME: "0.0.0.0" });
  await expect.poll(output).toContain(`http://127.0.0.1:${port}`);
  await end(child, "SIGTERM");
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow();
});

test("npm run demo shows simulated data, whatever account the shell has", async ({ page }) => {
  const port = await freePort();
  const demo = spawn(process.execPath, ["scripts/demo.mjs"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      HOST: "0.0.0.0",
      VPC_ENDPOINT: "http://127.0.0.1:1",
      TUNNELBOARD_REGIONS: "cn-elsewhere",
      ALIBABA_CLOUD_ACCESS_KEY_ID: "of-the-shell",
      ALIBABA_CLOUD_SECURITY_TOKEN: "of-the-shell",
    },
  });
  const lines: string[] = [];
  demo.stdout.on("data", (chunk) => lines.push(String(chunk)));
  await expect.poll(() => lines.join("")).toContain(`http://127.0.0.1:${port}`);
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(page.getByText("Simulated data")).toBeVisible();
  await expect(page.getByText(/^All 12 regions are read: 300 connections$/)).toBeVisible();
  await end(demo);
});

test("a setting that leaves no region is named, and a region it leaves out is not there", async ({
  page,
  simulator,
}) => {
  const none = await startApp(simulator, { TUNNELBOARD_REGIONS: "cn-nowhere" });
  await page.goto(none.url);
  await expect(page.getByText(/TUNNELBOARD_REGIONS in the server's environment/)).toBeVisible();
  await none.close();
  const one = await startApp(simulator, { TUNNELBOARD_REGIONS: "cn-beijing" });
  await page.goto(one.url);
  await expect(page.getByText(/^The region is read/)).toBeVisible();
  expect((await fetch(one.url + api.vpnConnections("cn-hangzhou"))).status).toBe(404);
  await one.close();
});

test("npm run demo names a port that is taken, and claims nothing", async () => {
  const other = createServer();
  const port = await freePort();
  other.listen(port, "127.0.0.1");
  await once(other, "listening");
  const demo = spawn(process.execPath, ["scripts/demo.mjs"], {
    cwd: ROOT,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
    },
  });
  const lines: string[] = [];
  demo.stdout.on("data", (chunk) => lines.push(String(chunk)));
  demo.stderr.on("data", (chunk) => lines.push(String(chunk)));
  const [code] = await once(demo, "close");
  other.close();
  expect(code).toBe(1);
  expect(lines.join("")).toContain("npm run demo");
  expect(lines.join("")).not.toContain("Tunnelboard with simulated data");
});

test("an account that is not there is named, with what to do", async ({ page }) => {
  const port = await freePort();
  const { child, output } = launch({
    PORT: String(port),
    HOME: "/nonexistent",
    ALIBABA_CLOUD_ECS_METADATA_DISABLED: "true",
    ALIBABA_CLOUD_CREDENTIALS_URI: "http://127.0.0.1:1/none",
  });
  await expect.poll(output).toContain(`http://127.0.0.1:${port}`);
  await page.goto(`http://127.0.0.1:${port}/`);
  await expect(page.getByRole("heading", { name: "No credentials configured" })).toBeVisible();
  const reply = await fetch(`http://127.0.0.1:${port}/api/regions`);
  expect(reply.status).toBe(503);
  expect(reply.headers.get("retry-after")).not.toBeNull();
  await end(child);
});
