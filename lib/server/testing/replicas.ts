import "server-only";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type Role, type Replica, startReplica } from "@/lib/server/replicas/replica";
import { shareInDatabase } from "@/lib/server/database/store";

/** As fast as a busy machine allows. */
const SWIFT = { tickMs: 100, queryMs: 2_000, confirmedMs: 1_500, silentMs: 2_000 };

/** Where nobody is to lose the lead, however busy the machine is. */
export const LONG_TIMEOUTS = { ...SWIFT, queryMs: 15_000, confirmedMs: 30_000, silentMs: 60_000 };

export type TestReplica = Replica & { id: string; roles: Role[]; messages: string[] };

/** One of several in this process. */
export function replicaAt(
  url: string,
  told: { onRole?: (role: Role) => void; onMessage?: (text: string) => void } = {},
  times = SWIFT,
): TestReplica {
  const id = randomUUID();
  const roles: Role[] = [];
  const messages: string[] = [];
  const replica = startReplica({
    url,
    replicaId: id,
    prepare: () => shareInDatabase(async () => undefined),
    onRole: (role) => {
      roles.push(role);
      told.onRole?.(role);
    },
    onMessage: (text) => {
      messages.push(text);
      told.onMessage?.(text);
    },
    times,
  });
  return { ...replica, id, roles, messages };
}

/** One in a process of its own, which can be killed and stopped. */
export function replicaProcess() {
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "lib/server/testing/replica-process.ts",
  ];
  const child = spawn(process.execPath, args, {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines: string[] = [];
  child.stdout.on("data", (chunk) => {
    for (const line of String(chunk).split("\n"))
      if (line !== "" && !line.startsWith("{")) lines.push(line);
  });
  return {
    lines,
    ask: () => child.stdin.write("?\n"),
    signal: (name: NodeJS.Signals) => child.kill(name),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
