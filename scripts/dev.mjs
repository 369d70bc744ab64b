import { ensureInstalled } from "./install.mjs";
import { exitWith, NO_DEBUG, ROOT, runBinary } from "./process.mjs";

await ensureInstalled();
const { default: nextEnv } = await import("@next/env");
nextEnv.loadEnvConfig(ROOT, true);
const host = process.env.HOST || "127.0.0.1";
const port = process.env.PORT || "3000";
const env = { NODE_ENV: "development", ...NO_DEBUG };
await exitWith(runBinary("next", ["dev", "-H", host, "-p", port], { env }));
