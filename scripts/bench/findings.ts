import { findingPortions, findingsOf, worstFirst } from "@/lib/vpn/findings/find";
import type { Finding } from "@/lib/vpn/findings/finding";
import { groupsBy } from "@/lib/vpn/findings/groups";
import type { Inspection, KeyFacts } from "@/lib/vpn/findings/rule";
import type { SecretPresence, VpnConnection } from "@/lib/vpn/types";
import { allConnections } from "@/scripts/bench/all-connections";
import { atMost, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";

const MOST_MS = 150;
const MOST_PORTION_MS = 20;

/** All rules over 10,000 connections as the server holds them. */
export async function findingFigures({ quick }: Settings): Promise<Section> {
  const connections = await allConnections();
  const runs = Array.from({ length: quick ? 2 : 15 }, () => measured(structuredClone(connections)));
  // The first ones let the engine see the code.
  const counted = quick ? runs : runs.slice(5);
  const fresh = counted.map((one) => one.fresh);
  const again = counted.map((one) => one.again);
  const portion = counted.map((one) => one.longestPortion);
  const budget = `${MOST_MS} ms`;
  const count = connections.length.toLocaleString("en-US");
  return {
    title: `Findings of ${count} connections, in process`,
    tables: [
      figureTable([
        {
          what: "all rules, every connection newly read",
          unit: "ms",
          samples: fresh,
          budget: atMost(fresh, MOST_MS, budget),
        },
        {
          what: "all rules, every connection as it was",
          unit: "ms",
          samples: again,
          budget: atMost(again, MOST_MS, budget),
        },
        {
          what: "the longest of the portions in which they come",
          unit: "ms",
          samples: portion,
          budget: atMost(portion, MOST_PORTION_MS, `${MOST_PORTION_MS} ms`),
        },
      ]),
    ],
    notes: [
      `\`findingsOf\` of \`lib/vpn\` in one go, each connection with a key of its own; ${runs[0]?.found.toLocaleString("en-US") ?? 0} findings. The server lets other work in between portions.`,
    ],
  };
}

type Measured = { fresh: number; again: number; longestPortion: number; found: number };

function measured(connections: VpnConnection[]): Measured {
  const inspection = inspectionOf(connections);
  const { ms: fresh } = timed(() => findingsOf(inspection));
  const { ms: again, result } = timed(() => findingsOf(inspection));
  return { fresh, again, longestPortion: longestPortionOf(inspection), found: result.length };
}

function longestPortionOf(inspection: Inspection): number {
  let last = performance.now();
  let longest = 0;
  const portions: (readonly Finding[])[] = [];
  for (const portion of findingPortions({ ...inspection, known: new WeakMap() })) {
    portions.push(portion);
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return Math.max(longest, timed(() => worstFirst(portions)).ms);
}

function timed<Result>(work: () => Result): { ms: number; result: Result } {
  const startedAt = performance.now();
  const result = work();
  return { ms: performance.now() - startedAt, result };
}

function inspectionOf(connections: VpnConnection[]): Inspection {
  const byRegion = groupsBy(connections, ({ regionId }) => regionId);
  const keys = new WeakMap<SecretPresence, KeyFacts>();
  for (const [index, { tunnels }] of connections.entries()) {
    for (const { ikeConfig } of tunnels) {
      keys.set(ikeConfig.psk, { length: "under20", isTrivial: false, group: `key ${index}` });
    }
  }
  return {
    regions: [...byRegion].map(([regionId, vpnConnections]) => ({
      regionId,
      vpnConnections,
      vpnGateways: new Map(),
      customerGateways: new Map(),
    })),
    keyFactsOf: (psk) => keys.get(psk) ?? null,
    now: Date.now(),
    known: new WeakMap(),
  };
}
