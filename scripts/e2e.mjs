import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";
import { ensureStandalone } from "./standalone.mjs";

await ensureInstalled();
await ensureBuilt();
await ensureStandalone();
const env = { BROWSER_PATH: await ensureBrowser() };
await exitWith(runBinary("playwright", ["test", ...process.argv.slice(2)], { env }));
