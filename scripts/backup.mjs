import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync } from "node:fs";
import { resolve } from "node:path";

/**
 * A consistent copy of the embedded database, while the server runs or not. It is copied into the standalone
 * folder as it is, so it imports nothing of ours.
 */
const USAGE = `Copies the embedded database of the history, while the server runs or not.

  npm run backup -- FILE

FILE must not exist yet. docs/history.md says how it is restored.`;

/** Of lib/server/database/sqlite.ts. */
const FILE_NAME = "tunnelboard.db";

/** How long it waits for a server that is just writing its file anew. */
const BUSY_MS = 10_000;

const [name, ...rest] = process.argv.slice(2);
if (name === "--help" || name === "-h") {
  console.log(USAGE);
  process.exit(0);
}
if (name === undefined || rest.length > 0) fail(USAGE);

const { loadEnvConfig } = await packageOf("@next/env");
const Libsql = await packageOf("libsql");
// As the server finds them: in the environment, or in the .env files of this folder.
loadEnvConfig(process.cwd(), false, { info: () => undefined, error: console.error });
const { DATABASE_URL = "", TUNNELBOARD_DATA_DIR = "" } = process.env;
if (DATABASE_URL.trim() !== "") {
  fail("DATABASE_URL is set: the history is in PostgreSQL. Use pg_dump, as docs/history.md shows.");
}
const source = resolve(TUNNELBOARD_DATA_DIR.trim() || "data", FILE_NAME);
if (!existsSync(source)) {
  fail(`There is no database at ${source}. TUNNELBOARD_DATA_DIR must be the server's own.`);
}
// npm runs its scripts in the project's folder and tells where it was called.
const target = resolve(process.env.INIT_CWD ?? ".", name);
copy();
console.log(`${target}: ${(statSync(target).size / 1e6).toFixed(1)} MB`);

function copy() {
  let file;
  try {
    file = openSync(target, "wx", 0o600);
  } catch (error) {
    fail(
      error.code === "EEXIST"
        ? `${target} exists already. Name a file that does not.`
        : `${target} cannot be written (${error.code}).`,
    );
  }
  try {
    const database = new Libsql(source, { timeout: BUSY_MS });
    database.exec(`vacuum into '${target.replaceAll("'", "''")}'`);
    database.close();
    fsyncSync(file);
  } catch (error) {
    rmSync(target, { force: true });
    fail(`${source} could not be copied (${error.code || error.message}).`);
  } finally {
    closeSync(file);
  }
}

async function packageOf(packageName) {
  try {
    return (await import(packageName)).default;
  } catch {
    return fail("The packages are not installed. Run: npm install");
  }
}

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
