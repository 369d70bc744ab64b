import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import type { Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

/** In a process of its own: the server's files want a condition that other benchmarks cannot run with. */
export async function historyFigures({ quick }: Settings): Promise<Section> {
  const file = "scripts/bench/history-process.ts";
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    file,
    ...(quick ? ["--quick"] : []),
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  atEnd(() => child.kill());
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error("The benchmark of history failed; its messages are above.");
  const section: Section = JSON.parse(output);
  return section;
}
