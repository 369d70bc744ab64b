import { build } from "./built.mjs";
import { ensureInstalled } from "./install.mjs";

await ensureInstalled();
await build();
console.log(
  "\nnpm start runs it; .next/standalone, copied anywhere, is the server without node_modules.",
);
