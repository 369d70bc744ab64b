import { ensureInstalled } from "./install.mjs";
import { exitWith, ROOT, runBinary } from "./process.mjs";

await ensureInstalled();
const { default: nextEnv } = await import("@next/env");
nextEnv.loadEnvConfig(ROOT, true);
const host = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "3000";
// With DEBUG the HTTP library under pop-core prints bodies, keys included.
const env = { NODE_ENV: "development", DEBUG: "" };
await exitWith(runBinary("next", ["dev", "-H", host, "-p", port], { env }));
