import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FORMAT } from "@/lib/server/replicas/answers/kind";

/** What of an answer is written, and how. */
const SOURCES = [
  "lib/vpn/types.ts",
  "lib/vpn/gateways.ts",
  "lib/vpn/snapshot.ts",
  "lib/server/inventory/shared-snapshots.ts",
];

function typesNow(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES) {
    const code = readFileSync(file, "utf8").replaceAll(/\/\*.*?\*\/|\/\/.*$/gms, "");
    hash.update(code.replaceAll(/\s+/g, " "));
  }
  return hash.digest("hex").slice(0, 16);
}

it("what replicas write for each other has a new format when its types change", () => {
  // Once a version with this format has been released, a change of the types raises FORMAT as well.
  expect({ format: FORMAT, types: typesNow() }).toEqual({ format: 1, types: "45bb36f7e1a527e2" });
});
