import { parseArgs } from "node:util";
import { ensureBuilt } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { fail } from "./process.mjs";
import { importTypeScript } from "./typescript.mjs";

/** Whether memory and sockets stay level over thousands of refreshes with faults among them. */
const refreshes = readRefreshes();
if (process.platform !== "linux") {
  fail("The soak test reads processes from /proc, which is there on Linux only.");
}
// A failure then names lines of our files, not of what tsx has made of them.
process.setSourceMapsEnabled(true);
await ensureInstalled();
await ensureBuilt();
const { soak } = await importTypeScript("scripts/bench/soak.ts");
if (!(await soak(refreshes))) process.exitCode = 1;

function readRefreshes() {
  const usage = "Usage: npm run soak -- [--refreshes 10000], a whole number of at least 300";
  try {
    const { values } = parseArgs({ options: { refreshes: { type: "string", default: "10000" } } });
    const count = /^\d{1,7}$/.test(values.refreshes) ? Number(values.refreshes) : 0;
    return count >= 300 ? count : fail(usage);
  } catch {
    return fail(usage);
  }
}
