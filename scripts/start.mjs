import { spawn } from "node:child_process";
import { constants } from "node:os";
import { hasBuild } from "./built.mjs";
import { checkedEnvironment } from "./environment.mjs";
import { checkPort } from "./port.mjs";
import { fail, ROOT, serverCommand } from "./process.mjs";

/**
 * The production server: checks the configuration and the port first, since Next would listen
 * everywhere and go on after a bad setting. Runs with --conditions=react-server for `server-only`.
 */
if (!hasBuild()) fail("There is no build yet. Run: npm run build");

const { HOST, PORT } = await checkedEnvironment();
const port = await checkPort(HOST, PORT, "npm start");
serve(HOST, port);

function serve(host, port) {
  const { args, env } = serverCommand(host, port);
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  // After Ctrl-C the child has it twice, from the terminal too; it counts both as one.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
