import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ownDatabase } from "@/e2e/own-database";
import type { Simulator } from "@/lib/simulator/simulator";
import { serverCommand } from "@/scripts/process.mjs";

const ROOT = join(import.meta.dirname, "..");

export type AppServer = {
  url: string;
  child: ChildProcess;
  /** Everything the server has written so far, to either stream. */
  output: () => string;
  close: () => Promise<void>;
};

/**
 * Starts the production build against a simulator, as `npm start` does once it has checked the
 * configuration; that check takes a third of a start, and is left to tests of the command.
 */
export async function startApp(
  simulator: Simulator,
  extra: Record<string, string> = {},
  { start = serve, ...options }: { start?: typeof serve; detached?: boolean } = {},
): Promise<AppServer> {
  const port = extra.PORT ?? String(await freePort());
  const env = { ...accountOf(simulator), ...(await ownDatabase(extra)), ...extra, PORT: port };
  const { child, output } = start(env, options);
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, output);
  return { url, child, output, close: () => end(child) };
}

/** `npm start` itself, for tests of how it begins and ends; detached, it has a process group of its own. */
export function launch(env: Record<string, string>, options: { detached?: boolean } = {}) {
  return spawnServer(["--conditions=react-server", "scripts/start.mjs"], env, options);
}

function serve(env: Record<string, string>, options: { detached?: boolean }) {
  const { args, env: fixed } = serverCommand("127.0.0.1", env.PORT);
  return spawnServer(args, { ...env, ...fixed }, options);
}

function spawnServer(args: string[], env: Record<string, string>, { detached = false }) {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-data-"));
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    detached,
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TUNNELBOARD_DATA_DIR: folder,
      ...env,
    },
  });
  // A test that fails does not come to its end, and its worker goes.
  const removeData = () => rmSync(folder, { recursive: true, force: true });
  const endIt = () => {
    child.kill("SIGINT");
    removeData();
  };
  process.once("exit", endIt);
  child.once("exit", () => {
    process.off("exit", endIt);
    removeData();
  });
  const chunks: string[] = [];
  child.stdout.on("data", (chunk) => chunks.push(String(chunk)));
  child.stderr.on("data", (chunk) => chunks.push(String(chunk)));
  return { child, output: () => chunks.join("") };
}

export function accountOf(simulator: Simulator): Record<string, string> {
  return {
    VPC_ENDPOINT: simulator.url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: simulator.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: simulator.accessKeySecret,
    // A fault set by a test must show at once.
    TUNNELBOARD_CACHE_SECONDS: "0",
    // And it must not be hidden by what was read before it.
    TUNNELBOARD_STALE_SECONDS: "0",
    // Calls that no test has asked for would be counted by those that count them.
    TUNNELBOARD_POLL_SECONDS: "0",
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  server.close();
  await once(server, "close");
  return port;
}

export async function untilHealthy(url: string, child: ChildProcess, output: () => string) {
  while (child.exitCode === null) {
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error(`The server ended before it served:\n${output()}`);
}

/** As Ctrl-C does: on SIGTERM it would first wait for load balancers. */
export async function end(
  child: ChildProcess,
  signal: "SIGINT" | "SIGTERM" = "SIGINT",
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}
