import { build } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";
import { buildStandalone } from "./standalone.mjs";

await ensureInstalled();
await (process.argv.includes("--standalone") ? buildStandalone() : build());
