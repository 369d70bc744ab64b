import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ROOT, runBinary } from "./process.mjs";
import { clearStandalone, completeStandalone, copyScripts } from "./standalone.mjs";

/** What a build is made of; tests and the simulator are not in it. */
const SOURCES = [
  "app",
  "components",
  "lib/i18n",
  "lib/server",
  "lib/vpn",
  "public",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const DIST = join(ROOT, ".next");
const MARK = "tunnelboard-sources";

export function hasBuild() {
  return existsSync(join(DIST, "BUILD_ID"));
}

/** Builds unless the last build was of these very sources. */
export async function ensureBuilt() {
  if (!hasBuild() || !isOfTheseSources()) await build();
  else copyScripts();
}

/** One build for `npm start` and for the standalone folder in it; marks of what it is. */
export async function build() {
  const sources = fingerprint();
  rmSync(join(DIST, MARK), { force: true });
  clearStandalone();
  if ((await runBinary("next", ["build"], { env: { NODE_ENV: "production" } })) !== 0)
    fail("The build failed; its messages are above.");
  completeStandalone();
  writeFileSync(join(DIST, MARK), sources);
}

function isOfTheseSources() {
  const mark = join(DIST, MARK);
  return existsSync(mark) && readFileSync(mark, "utf8") === fingerprint();
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((source) => filesIn(source)).toSorted((a, b) =>
    a < b ? -1 : 1,
  )) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(full).flatMap((name) => filesIn(join(path, name)));
}
