import { checkedEnvironment } from "./environment.mjs";
import { ensureInstalled } from "./install.mjs";
import { exitWith, NO_DEBUG, runBinary } from "./process.mjs";

await ensureInstalled();
const { HOST, PORT } = await checkedEnvironment({ isDevelopment: true });
const env = { NODE_ENV: "development", ...NO_DEBUG };
await exitWith(runBinary("next", ["dev", "-H", HOST, "-p", String(PORT)], { env }));
