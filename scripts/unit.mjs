import { ensureInstalled } from "./install.mjs";
import { ensurePostgres } from "./postgres.mjs";
import { exitWith, runBinary } from "./process.mjs";

await ensureInstalled();
await ensurePostgres();
await exitWith(runBinary("vitest", ["run", ...process.argv.slice(2)]));
