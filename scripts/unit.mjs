import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";

await ensureInstalled();
await exitWith(runBinary("vitest", ["run", ...process.argv.slice(2)]));
