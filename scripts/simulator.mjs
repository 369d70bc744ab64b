import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";

await ensureInstalled();
await exitWith(runBinary("tsx", ["lib/simulator/cli.ts", ...process.argv.slice(2)]));
