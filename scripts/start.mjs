import { spawn } from "node:child_process";
import { constants } from "node:os";
import { hasBuild } from "./built.mjs";
import { checkPort } from "./port.mjs";
import { binary, fail, NO_DEBUG, OWN_SIGNALS, QUIET, ROOT } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

/**
 * The production server: checks the configuration and the port first, since Next would listen
 * everywhere and go on after a bad setting. Runs with --conditions=react-server for `server-only`.
 */
if (!hasBuild()) fail("There is no build yet. Run: npm run build");

const { HOST, PORT } = await checkedEnvironment();
const port = await checkPort(HOST, PORT, "npm start");
if (!["127.0.0.1", "::1", "localhost"].includes(HOST)) {
  console.warn(
    `Listening on ${HOST}: whoever reaches this address sees the account's connections.`,
  );
}
serve(HOST, port);

async function checkedEnvironment() {
  const nextEnv = await import("@next/env");
  nextEnv.default.loadEnvConfig(ROOT);
  const { parseEnv } = await importTypeScript("lib/server/env.ts");
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (error.name !== "EnvError") throw error;
    return fail(`The configuration is wrong.\n${error.message}`);
  }
}

function serve(host, port) {
  const child = spawn(process.execPath, [binary("next"), "start", "-H", host, "-p", String(port)], {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...QUIET, ...NO_DEBUG, ...OWN_SIGNALS, NODE_ENV: "production" },
  });
  // After Ctrl-C the child has it twice, from the terminal too; it counts both as one.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
