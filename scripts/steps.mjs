import { spawn } from "node:child_process";
import { once } from "node:events";
import { QUIET, ROOT } from "./process.mjs";

const LINES_OF_A_FAILURE = 120;

/**
 * Runs steps (a name, arguments of Node, and which Node if not this one) one after another, all of them, and says
 * at the end how they went. What a failed step printed last is repeated there: whoever keeps only the end of a
 * log still reads the cause.
 */
export async function runSteps(steps) {
  const failed = [];
  for (const [name, args, node = process.execPath] of steps) {
    console.log(`\n── ${name}`);
    const { code, end } = await runStep(node, args);
    if (code !== 0) failed.push({ name, end });
  }
  for (const { name, end } of failed) {
    console.error(`\n── the end of what "${name}" printed\n${end}`);
  }
  for (const { name } of failed) console.error(`failed: ${name}`);
  console.log(`\nsteps: ${steps.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

async function runStep(node, args) {
  const child = spawn(node, args, {
    cwd: ROOT,
    stdio: ["inherit", "pipe", "pipe"],
    env: { ...(process.stdout.isTTY && { FORCE_COLOR: "1" }), ...process.env, ...QUIET },
  });
  let end = "";
  const repeat = (from, to) =>
    from.setEncoding("utf8").on("data", (text) => {
      to.write(text);
      end = lastLines(end + text);
    });
  repeat(child.stdout, process.stdout);
  repeat(child.stderr, process.stderr);
  const [code] = await once(child, "close");
  return { code, end };
}

function lastLines(text) {
  return text.split("\n").slice(-LINES_OF_A_FAILURE).join("\n");
}
