import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { aptGet } from "./apt-get.mjs";
import { installed } from "./executables.mjs";

/** Debian keeps the server's programs here, out of the way of commands. */
const DEBIAN = "/usr/lib/postgresql";

/**
 * Installs Debian's PostgreSQL (39 MB to load, 161 MB on disk) where it is missing and that is root's to do.
 * Tests that find none say that they are skipped (lib/server/history/postgres.test.ts).
 */
export async function ensurePostgres() {
  if (isInstalled()) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log("Installing Debian's postgresql for the tests of the history on it …");
  const install = ["install", "-y", "-qq", "--no-install-recommends", "postgresql"];
  const isDone = (await aptGet(install)) === 0;
  // The lists of packages may be old or missing.
  if (!isDone && (await aptGet(["update", "-qq"])) === 0) await aptGet(install);
}

function isInstalled() {
  if (installed(["initdb"]) !== null) return true;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions.some((version) => existsSync(join(DEBIAN, version, "bin", "initdb")));
}
