import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { end } from "@/e2e/app-server";
import type { SimulatorOptions } from "@/lib/simulator/simulator";
import { type Account, ROOT } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";

/** The account of most figures. The first region holds a quarter of it, the last one is empty. */
export const ACCOUNT = { regions: 30, connections: 10_000 };

export type SimulatorProcess = Account & {
  /** Calls it has had so far; it counts up to 10,000. */
  calls: () => Promise<number>;
  close: () => Promise<void>;
};

/** Its keys are made up at each start. */
export async function startSimulatorProcess(options: SimulatorOptions): Promise<SimulatorProcess> {
  const script = join(ROOT, "scripts", "bench", "simulator-process.ts");
  const child = fork(script, [JSON.stringify(options)], {
    cwd: ROOT,
    execArgv: ["--import", "tsx"],
  });
  const close = atEnd(() => end(child));
  const account = await nextMessage<Account>(child);
  const calls = async () => {
    const answer = nextMessage<{ calls: number }>(child);
    child.send("calls");
    return (await answer).calls;
  };
  return { ...account, calls, close };
}

/** The messages come from simulator-process.ts, which is as old as this file. */
async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const died = new AbortController();
  const giveUp = () => died.abort(new Error("The simulator ended."));
  child.once("exit", giveUp);
  try {
    const [message] = await once(child, "message", { signal: died.signal });
    return message;
  } finally {
    child.off("exit", giveUp);
  }
}
