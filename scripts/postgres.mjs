import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installPackages } from "./apt-get.mjs";
import { installed } from "./executables.mjs";

/** Debian keeps the server's programs here, out of the way of commands. */
const DEBIAN = "/usr/lib/postgresql";

/**
 * Installs Debian's PostgreSQL (39 MB to load, 161 MB on disk) where it is missing and that is root's to do.
 * Tests that find none say that they are skipped (lib/server/history/postgres.test.ts).
 */
export async function ensurePostgres() {
  if (hasPostgres()) return;
  await installPackages(["postgresql"], "postgresql for the tests of the history on it");
}

export function hasPostgres() {
  if (installed(["initdb"]) !== null) return true;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  return versions.some((version) => existsSync(join(DEBIAN, version, "bin", "initdb")));
}
