import "server-only";
import { isIncomplete } from "@/lib/server/export/flaws";
import { inPortions } from "@/lib/server/export/portions";
import { guarded, guardedLines } from "@/lib/server/runtime/secret-guard";
import type { VpnConnectionList } from "@/lib/vpn/types";

/**
 * An object with a line for each connection. Its last member is there only in a file that has not been
 * broken off, and true where no region is missing either.
 */
export function* toJson(regionId: string | null, list: VpnConnectionList): Generator<string, void> {
  const { fetchedAt, totalCount, counts, stale, regions, vpnConnections, unreadable } = list;
  const about = guarded({ regionId, fetchedAt, totalCount, counts, stale, regions });
  yield `${JSON.stringify(about, null, 2).slice(0, -2)},\n`;
  yield* toMember("vpnConnections", vpnConnections);
  yield* toMember("unreadable", unreadable);
  yield `  "isComplete": ${!isIncomplete(list)}\n}\n`;
}

function* toMember(name: string, values: readonly object[]): Generator<string, void> {
  let before = `  "${name}": [\n`;
  for (const portion of inPortions(values)) {
    const lines = guardedLines(portion).map((line) => `    ${line}`);
    yield before + lines.join(",\n");
    before = ",\n";
  }
  yield values.length === 0 ? `  "${name}": [],\n` : "\n  ],\n";
}
