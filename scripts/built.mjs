import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ROOT, runBinary } from "./process.mjs";

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
const MARK = join(ROOT, ".next", "tunnelboard-sources");

export function hasBuild() {
  return existsSync(join(ROOT, ".next", "BUILD_ID"));
}

/** Builds unless the last build was of these very sources. */
export async function ensureBuilt() {
  if (hasBuild() && existsSync(MARK) && readFileSync(MARK, "utf8") === fingerprint()) return;
  await build();
}

export async function build() {
  const sources = fingerprint();
  if ((await runBinary("next", ["build"], { env: { NODE_ENV: "production" } })) !== 0)
    fail("The build failed; its messages are above.");
  writeFileSync(MARK, sources);
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
