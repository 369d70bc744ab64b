import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./built.mjs";
import { ensureFirefox, ensureWebkit } from "./engines.mjs";
import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";

/** Walks the pages in Chromium, Firefox and WebKit; not part of `npm test`. */
await ensureInstalled();
await ensureWebkit();
const env = { FIREFOX_PATH: await ensureFirefox(), BROWSER_PATH: await ensureBrowser() };
await ensureBuilt();
const args = ["run", "--mode", "browsers", ...process.argv.slice(2)];
await exitWith(runBinary("vitest", args, { env }));
