import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Next reports usage to its makers unless told not to; a dashboard of networks must not. */
export const QUIET = { NEXT_TELEMETRY_DISABLED: "1" };

/** With DEBUG the HTTP library under pop-core prints bodies, keys included; empty shields from .env. */
export const NO_DEBUG = { DEBUG: "" };

/** Signals are ours to handle (lib/server/http/shut-down.ts): Next resets connections that are idle. */
export const OWN_SIGNALS = { NEXT_MANUAL_SIG_HANDLE: "true" };

/** How `npm start` runs the production server once the configuration is checked: of this Node. */
export function serverCommand(host, port) {
  const first = new URL("begin-first.mjs", import.meta.url).href;
  return {
    args: ["--import", first, binary("next"), "start", "-H", host, "-p", String(port)],
    env: { ...QUIET, ...NO_DEBUG, ...OWN_SIGNALS, NODE_ENV: "production" },
  };
}

/** Ends the process with a sentence instead of a stack. */
export function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Runs a command in the checkout, or in another folder, with our terminal; resolves with its exit code. */
export function run(command, args, env = {}, cwd = ROOT) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: "inherit",
      env: { ...process.env, ...QUIET, ...env },
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** The script behind a package's command, run by this Node: no shell and no npx in between. */
export function binary(packageName, command = packageName) {
  const require = createRequire(join(ROOT, "package.json"));
  const manifestPath = join(ROOT, "node_modules", packageName, "package.json");
  const { bin } = require(manifestPath);
  return join(dirname(manifestPath), typeof bin === "string" ? bin : bin[command]);
}

export function runBinary(packageName, args, { env } = {}) {
  return run(process.execPath, [binary(packageName), ...args], env);
}

/** Ends with the code of the first of the steps that fails. */
export async function exitWith(code) {
  process.exitCode = await code;
}
