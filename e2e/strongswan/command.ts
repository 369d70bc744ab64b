import { spawn } from "node:child_process";

export type Outcome = { isDone: boolean; output: string };

/** Runs a program to its end. `output` is all that it said, on both streams. */
export function runCommand([file = "", ...args]: string[], input = ""): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: "pipe" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (part: string) => (output += part));
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ isDone: code === 0, output }));
    // One that ends without having read its input has said why.
    child.stdin.once("error", () => {});
    child.stdin.end(input);
  });
}

/** As above. Throws what the program said if it failed. */
export async function must(command: string[], input?: string): Promise<string> {
  const { isDone, output } = await runCommand(command, input);
  if (!isDone) throw new Error(`${command.join(" ")}:\n${output}`);
  return output;
}
