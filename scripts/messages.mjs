import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkMessages } from "./message-keys.mjs";
import { ROOT } from "./process.mjs";
import { readSources } from "./sources.mjs";

/** Every message is asked for by a source, and every message that is asked for is there. */
const read = (name) => JSON.parse(readFileSync(join(ROOT, "lib/i18n/messages", name), "utf8"));
const english = read("en.json");
english.connections.fields = read("fields.en.json");
const { unused, missing } = checkMessages(readSources(), english);
for (const key of unused) console.error(`No source asks for the message ${key}.`);
for (const key of missing) console.error(`There is no message ${key}.`);
console.log(`messages: ${unused.length} unused, ${missing.length} missing`);
process.exitCode = unused.length + missing.length === 0 ? 0 : 1;
