import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { end, freePort } from "@/e2e/app-server";
import { atEnd } from "@/scripts/bench/cleanup";

export const ROOT = join(import.meta.dirname, "..", "..");

export type Account = { url: string; accessKeyId: string; accessKeySecret: string };

export type App = {
  url: string;
  /** Of the server itself, not of the launcher that has started it. */
  pid: () => number;
  close: () => Promise<void>;
};

type Options = {
  /** The checkout, or a copy of it. */
  root?: string;
  env?: Record<string, string>;
};

/** How much of what the server has said is kept for the message of a failure. */
const KEPT_CHUNKS = 50;

/** Starts a production build as `npm start` does, against a simulator, and waits until it serves. */
export async function startApp(account: Account, { root = ROOT, env = {} }: Options = {}) {
  const port = await freePort();
  const child = spawn(process.execPath, ["--conditions=react-server", "scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment(account), PORT: String(port), ...env },
  });
  const close = atEnd(() => end(child));
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said.push(String(chunk));
      if (said.length > KEPT_CHUNKS) said.shift();
    });
  }
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, child, said);
  return { url, pid: () => serverOf(child), close } satisfies App;
}

/** Nothing of the shell's account or settings; empty also shields from .env files. */
function environment({ url, accessKeyId, accessKeySecret }: Account): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    HOST: "127.0.0.1",
    VPC_ENDPOINT: url,
    ALIBABA_CLOUD_ACCESS_KEY_ID: accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: accessKeySecret,
    ALIBABA_CLOUD_SECURITY_TOKEN: "",
    TUNNELBOARD_REGIONS: "",
    TUNNELBOARD_CACHE_SECONDS: "",
    TUNNELBOARD_STALE_SECONDS: "",
    TUNNELBOARD_CALLS_PER_SECOND: "",
    TUNNELBOARD_METRICS_TOKEN: "",
  };
}

/** By its own word first: at its address another server might answer, if that was quicker to take it. */
async function untilHealthy(url: string, child: ChildProcess, said: string[]): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    if (said.join("").includes("Ready in")) {
      const response = await fetch(`${url}/api/health`).catch(() => null);
      await response?.arrayBuffer();
      if (response?.ok) return;
    }
    await sleep(50);
  }
  throw new Error(`The server ended before it served:\n${said.join("")}`);
}

/** The launcher's only child. */
function serverOf({ pid }: ChildProcess): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children[0]);
}
