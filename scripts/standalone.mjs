import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildInto, isOfTheseSources } from "./built.mjs";
import { ROOT } from "./process.mjs";

const DIST = ".next-standalone";

/** Copied anywhere, `node start.mjs` in it is the production server. */
export const STANDALONE = join(ROOT, DIST, "standalone");

export async function ensureStandalone() {
  if (!isOfTheseSources(join(ROOT, DIST))) await buildStandalone();
  else copyIn("scripts/standalone-start.mjs", "start.mjs");
  copyIn("scripts/backup.mjs", "backup.mjs");
}

export async function buildStandalone() {
  // Next adds to what it finds there.
  rmSync(STANDALONE, { recursive: true, force: true });
  await buildInto(join(ROOT, DIST), { STANDALONE_BUILD: "1" });
  copyIn("scripts/standalone-start.mjs", "start.mjs");
  copyIn("scripts/backup.mjs", "backup.mjs");
  copyIn(join(DIST, "static"), join(DIST, "static"));
  if (existsSync(join(ROOT, "public"))) copyIn("public", "public");
  takeOut();
  console.log(`\nThe server to copy is in ${join(DIST, "standalone")}; node start.mjs starts it.`);
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
