import { ensureInstalled } from "./install.mjs";
import { exitWith, runBinary } from "./process.mjs";

await ensureInstalled();
const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
await exitWith(runBinary("next", ["dev", "-H", HOST, "-p", PORT]));
