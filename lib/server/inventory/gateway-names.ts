import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { areGatewaysFresh, readGateways } from "@/lib/server/inventory/gateway-lists";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { inBackground, isBackground } from "@/lib/server/vpc-api/quota/background";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** How long somebody who looks at a region waits for the names of its gateways. */
const NAMES_WAIT_MS = 3_000;
/** A region that hangs does not keep the names from all others. */
const LONGEST_PAUSE_MS = 2_000;

type Naming = {
  done: Promise<void>;
  /** Does not let it wait for other regions any longer. */
  hurry: () => void;
};

/** By region whose gateways are being read for their names. */
const namings = defineSingleton("gateway namings", () => new Map<string, Naming>());
const reading = defineSingleton("regions being read", () => new Set<string>());
/** What begins once no region is being read any more. */
const waiting = defineSingleton("gateway namings that wait", () => new Set<() => void>());

/**
 * Wraps the read of a region. Names come after the connections of all regions that are being read, and
 * `addNames` then puts them in: what is down is worth more than what it is called.
 */
export async function beforeNames(
  regionId: string,
  read: Promise<RegionSnapshot>,
  addNames: () => Promise<void>,
): Promise<RegionSnapshot> {
  reading().add(regionId);
  // Gateways that come while the region is being read may be too late for its connections.
  const areKnown = areGatewaysFresh(regionId);
  try {
    const snapshot = await read;
    if (!areKnown && snapshot.vpnConnections.length > 0) startNaming(regionId, addNames);
    return snapshot;
  } finally {
    reading().delete(regionId);
    if (reading().size === 0) for (const begin of waiting()) begin();
  }
}

/** Waits for the names of a region's gateways, for so long that somebody who looks can. */
export async function namesSoon(regionId: string): Promise<void> {
  const naming = namings().get(regionId);
  if (naming === undefined) return;
  naming.hurry();
  // Somebody waits, so that these calls come before those that nobody waits for.
  if (!isBackground()) void readGateways(regionId);
  await Promise.race([naming.done, sleep(NAMES_WAIT_MS, undefined, { ref: false })]);
}

function startNaming(regionId: string, addNames: () => Promise<void>): void {
  if (namings().has(regionId)) return;
  let begin: () => void = noop;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  waiting().add(begin);
  const done = Promise.race([begun, sleep(LONGEST_PAUSE_MS, undefined, { ref: false })])
    .then(() => inBackground(() => readGateways(regionId)))
    .then(addNames)
    .finally(() => {
      waiting().delete(begin);
      namings().delete(regionId);
    });
  namings().set(regionId, { done, hurry: begin });
}

function noop(): void {}
