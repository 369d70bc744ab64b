import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { exitWith, fail, runBinary } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

/** The benchmarks: all of them into docs/benchmarks.md, or the named ones to the terminal. */
const FILE = "docs/benchmarks.md";
const args = process.argv.slice(2);
const names = args.filter((arg) => !arg.startsWith("--"));
const isQuick = args.includes("--quick");

// A failure then names lines of our files, not of what tsx has made of them.
process.setSourceMapsEnabled(true);
await ensureInstalled();
const { bench, PART_NAMES } = await importTypeScript("scripts/bench/main.ts");
const unknown = args.find((arg) => arg !== "--quick" && !PART_NAMES.includes(arg));
if (unknown !== undefined) {
  fail(`There is no ${unknown}. Usage: npm run bench -- [--quick] [${PART_NAMES.join("] [")}]`);
}
if (process.platform !== "linux") {
  fail("The benchmarks read processes from /proc, which is there on Linux only.");
}
// These measure a copy of the app only, which they build.
const isOfCopies = names.length > 0 && names.every((name) => ["list", "pages"].includes(name));
if (!isOfCopies) await ensureBuilt();
const needsBrowser = names.length === 0 || names.includes("pages");
const browserPath = needsBrowser ? await ensureBrowser() : "";
await bench(names, { quick: isQuick, browserPath }, FILE);
if (names.length === 0 && !isQuick) await exitWith(runBinary("oxfmt", [FILE]));
