import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { untilHealthy } from "@/e2e/app-server";

export const STANDALONE = join(import.meta.dirname, "../../.next/standalone");

type Line = {
  level: number;
  time: string;
  msg: string;
  role?: string;
  reason?: string;
  code?: string;
};

/** A server as it is installed: the standalone folder, with its own intervals. */
export function replicaAt(port: number, env: Record<string, string>) {
  let lines: Line[] = [];
  let output = "";
  let child = start(STANDALONE);

  function start(folder: string) {
    const one = spawn(process.execPath, [join(folder, "start.mjs")], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { NODE_ENV: "production", PATH: process.env.PATH, PORT: String(port), ...env },
    });
    const kill = () => one.kill("SIGKILL");
    process.once("exit", kill);
    one.once("exit", () => process.off("exit", kill));
    lines = [];
    output = "";
    let rest = "";
    one.stdout.on("data", (chunk) => {
      output += String(chunk);
      const texts = (rest + String(chunk)).split("\n");
      rest = texts.pop() ?? "";
      lines.push(...texts.filter((text) => text.startsWith("{")).map((text) => JSON.parse(text)));
    });
    one.stderr.on("data", (chunk) => (output += String(chunk)));
    return one;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    start: (folder = STANDALONE) => void (child = start(folder)),
    untilHealthy: () => untilHealthy(`http://127.0.0.1:${port}`, child, () => output),
    signal: (name: NodeJS.Signals) => void child.kill(name),
    end: async (name: NodeJS.Signals) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, "exit");
      child.kill(name);
      await exited;
      return child.exitCode;
    },
    /** What it has said last of who leads, if there are others; null where it does not run. */
    role: () =>
      child.exitCode !== null || child.signalCode !== null
        ? null
        : (lines.findLast(({ msg }) => /leads/.test(msg))?.role ??
          ("DATABASE_URL" in env ? "joining" : "single")),
    /** How often it has lost the database, and then read for itself. */
    lossCount: () =>
      lines.filter(({ msg }) => /goes on alone|history is not being kept/.test(msg)).length,
    /** What it has said of the others and of what went wrong. */
    story: () =>
      lines
        .filter(({ level, msg }) => level >= 40 || /replica|leads|history/.test(msg))
        .map(({ time, msg, reason = "", code = "" }) => `${time} ${msg} ${reason} ${code}`.trim()),
    /** Milliseconds of a processor so far, and megabytes held. */
    usage: () => {
      const [, numbers = ""] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ");
      const [user, system] = numbers.split(" ").slice(11, 13).map(Number);
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
      return { cpuMs: ((user ?? 0) + (system ?? 0)) * 10, memory: Math.round(kilobytes / 1_000) };
    },
  };
}

export type RunningReplica = ReturnType<typeof replicaAt>;
