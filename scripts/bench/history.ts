import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import type { Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

/** On the embedded database, and on PostgreSQL. */
export async function historyFigures({ quick }: Settings): Promise<Section> {
  const given = quick ? ["--quick"] : [];
  const embedded = await figuresOf(given);
  const server = await figuresOf([...given, "--postgres"]);
  return {
    title: embedded.title,
    tables: [...embedded.tables, ...server.tables],
    notes: [
      ...embedded.notes,
      "The second table is of a PostgreSQL server on the same machine, with its disk in earnest.",
    ],
  };
}

/** In a process of its own: the server's files want a condition that other benchmarks cannot run with. */
async function figuresOf(given: string[]): Promise<Section> {
  const file = "scripts/bench/history-process.ts";
  const args = ["--conditions=react-server", "--import", "tsx", file, ...given];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  atEnd(() => child.kill());
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The benchmark of history failed; its messages are above.");
  const section: Section = JSON.parse(output);
  return section;
}
