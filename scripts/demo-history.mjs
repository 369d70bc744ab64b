import { importTypeScript } from "./typescript.mjs";

/** Run by `npm run demo` before its server, with --conditions=react-server for `server-only`. */
const [folder, account] = process.argv.slice(2);
process.env.TUNNELBOARD_DATA_DIR = folder;
const { prepareDemoHistory } = await importTypeScript("scripts/demo-history.ts");
await prepareDemoHistory(folder, JSON.parse(account));
