import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";

await ensureInstalled();
await ensureBuilt();
const env = { BROWSER_PATH: await ensureBrowser() };
await exitWith(runBinary("playwright", ["test", ...process.argv.slice(2)], { env }));
