import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./process.mjs";

const DIST = ".next";

/** Copied anywhere, `node start.mjs` in it is the production server. */
export const STANDALONE = join(ROOT, DIST, "standalone");

/** Next adds to what it finds there. */
export function clearStandalone() {
  rmSync(STANDALONE, { recursive: true, force: true });
}

/** Adds what Next leaves out, and takes out what is of no use there. */
export function completeStandalone() {
  copyScripts();
  copyIn(join(DIST, "static"), join(DIST, "static"));
  if (existsSync(join(ROOT, "public"))) copyIn("public", "public");
  takeOut();
}

/** They may be newer than the build. */
export function copyScripts() {
  copyIn("scripts/standalone-start.mjs", "start.mjs");
  copyIn("scripts/begin-first.mjs", "begin-first.mjs");
  copyIn("scripts/backup.mjs", "backup.mjs");
}

function copyIn(from, to) {
  cpSync(join(ROOT, from), join(STANDALONE, to), { recursive: true });
}

/** Next copies the .env files of whoever builds, and maps of the sources, which nothing reads. */
function takeOut() {
  const paths = readdirSync(STANDALONE, { recursive: true, encoding: "utf8" });
  for (const path of paths) {
    if (/(^|\/)\.env[^/]*$|\.map$/.test(path)) rmSync(join(STANDALONE, path), { force: true });
  }
}
