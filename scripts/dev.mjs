import { spawn } from "node:child_process";
import { constants } from "node:os";
import { checkedEnvironment } from "./environment.mjs";
import { ensureInstalled } from "./install.mjs";
import { binary, NO_DEBUG, QUIET, ROOT } from "./process.mjs";

await ensureInstalled();
const { HOST, PORT } = await checkedEnvironment({ isDevelopment: true });
const { isReadByPeople, readable } = await import("./dev-output.mjs");
const isRead = isReadByPeople(process.stdout, process.env);
const args = [binary("next"), "dev", "-H", HOST, "-p", String(PORT)];
const child = spawn(process.execPath, args, {
  cwd: ROOT,
  stdio: ["inherit", isRead ? "pipe" : "inherit", "inherit"],
  // Next would take the pipe for a file, and leave its colors out.
  env: {
    ...(isRead ? { FORCE_COLOR: "1" } : {}),
    ...process.env,
    ...QUIET,
    ...NO_DEBUG,
    NODE_ENV: "development",
  },
});
child.stdout?.pipe(readable(process.stdout));
child.once("exit", (code, signal) => {
  process.exitCode = code ?? 128 + constants.signals[signal];
});
