import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, freePort } from "@/e2e/app-server";
import { startCollectingProxy } from "@/e2e/engines/collecting-proxy";
import { type Driver, HEIGHT } from "@/e2e/engines/driver";
import { startSession } from "@/e2e/engines/webdriver";

/** Or the buttons of its toolbar keep the window wider than a phone. */
const NARROW_TOOLBAR = "* { min-width: 0; padding: 0; margin: 0; }";

/** To find a desktop's accessibility on. */
const NO_BUS = { NO_AT_BRIDGE: "1" };

/** WebKitGTK's MiniBrowser in a display of its own. It has no way to tell of its console. */
export async function startWebkit(url: string): Promise<Driver> {
  const home = mkdtempSync(join(tmpdir(), "tunnelboard-webkit-"));
  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0", "gtk.css"), NARROW_TOOLBAR);
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, DISPLAY: display.name, ...NO_BUS },
  });
  // Also where the tests are broken off.
  process.once("exit", () => driver.kill());
  const driverUrl = `http://127.0.0.1:${port}`;
  await untilReady(driverUrl, driver);
  const proxy = await startCollectingProxy(url);
  const session = await startSession(driverUrl, {});
  return {
    open: (address) => session.open(proxy.url + address),
    resize: (width) => session.resize(width, HEIGHT),
    textOf: async (expression) => String(await session.evaluate(expression)),
    click: session.click,
    type: session.type,
    consoleErrors: () => [],
    async close() {
      await session.end();
      await end(driver, "SIGTERM");
      await end(display.child, "SIGTERM");
      proxy.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** It chooses a number that is free, and says which. */
async function startDisplay() {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  process.once("exit", () => child.kill());
  const said = child.stdio[3];
  if (!said) throw new Error("Xvfb has no pipe to say its display in.");
  const [number] = await once(said, "data");
  return { name: `:${String(number).trim()}`, child };
}

async function untilReady(driverUrl: string, driver: ChildProcess) {
  while (driver.exitCode === null) {
    const response = await fetch(`${driverUrl}/status`).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error("WebKitWebDriver ended before it served.");
}
