import { build } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
await build();
