import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STANDALONE } from "@/e2e/replicas/replica";

/** How the build writes FORMAT and PART_ITEMS of lib/server/replicas/answers/kind.ts, which stand beside each other. */
const IN_BUNDLES = /(\["\w+",0,)1(,"\w+",0,200\])/g;

/** The same program but for the number of the format in which replicas write for each other. */
export function makeOtherVersion() {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-version-"));
  cpSync(STANDALONE, folder, { recursive: true });
  const server = join(folder, ".next", "server");
  let changed = 0;
  for (const path of readdirSync(server, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".js")) continue;
    const text = readFileSync(join(server, path), "utf8");
    const other = text.replaceAll(IN_BUNDLES, (_, before, after) => `${before}2${after}`);
    if (other === text) continue;
    writeFileSync(join(server, path), other);
    changed += 1;
  }
  if (changed === 0) throw new Error("The build has no number of a format where it is looked for.");
  return { folder, close: () => rmSync(folder, { recursive: true }) };
}
