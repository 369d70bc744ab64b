import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { User } from "@/lib/server/auth/user";
import { findInPortions } from "@/lib/server/inventory/find-in-portions";
import { waiverOf, waiversVersion } from "@/lib/server/inventory/finding-waivers";
import { type GatewaysById, lastGateways } from "@/lib/server/inventory/gateway-lists";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { portionsOfRegions } from "@/lib/vpn/findings/find";
import type { Finding } from "@/lib/vpn/findings/finding";
import type { InspectedRegion } from "@/lib/vpn/findings/rule";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";
import type { FindingMark, VpnConnection } from "@/lib/vpn/types";

/** What is found of a region by itself, as far as somebody sees it. Never changed. */
export type RegionFindings = {
  region: InspectedRegion;
  found: FoundFinding[];
  /** By id of the connections that have some, and of the gateways that have some themselves. */
  marks: ReadonlyMap<string, FindingMark>;
  /** Another for each time that it was found out. */
  version: string;
};

/** Two rules depend on the time of day: what they find is looked at again within so long. */
const HOUR_MS = 3_600_000;

type Kept = { key: string; findings: Promise<RegionFindings> };

/** By the connections that somebody sees: others for each read that shows a change, and for each scope. */
const kept = defineSingleton("regionFindings", () => new WeakMap<VpnConnection[], Kept>());

/** Found out once for all who may see the same, while snapshot, gateways, waivers and the hour stay as they are. */
export function findingsOfRegion(
  /** The part that the user sees. */
  { regionId, vpnConnections }: RegionSnapshot,
  user: User,
): Promise<RegionFindings> {
  const gateways = lastGateways(regionId);
  const hour = Math.floor(Date.now() / HOUR_MS);
  const key = [hour, waiversVersion(), ...Object.values(gateways).map(contentOf)].join(" ");
  const known = kept().get(vpnConnections);
  if (known?.key === key) return known.findings;
  const region = { regionId, vpnConnections, ...visibleGateways(regionId, vpnConnections, user) };
  const findings = inspect(region);
  kept().set(vpnConnections, { key, findings });
  // What a fault of ours has broken is tried again by whoever asks next.
  findings.catch(() => kept().delete(vpnConnections));
  return findings;
}

async function inspect(region: InspectedRegion): Promise<RegionFindings> {
  const findings = await findInPortions([region], Date.now(), portionsOfRegions);
  const found = withSubjects(findings, [region]);
  return { region, found, marks: marksOf(found), version: randomUUID() };
}

/** Each with the connection that it is of, and with whether it has been accepted. */
export function withSubjects(
  findings: Finding[],
  regions: readonly InspectedRegion[],
): FoundFinding[] {
  const connections = new Map(
    regions.flatMap(({ regionId, vpnConnections }) =>
      vpnConnections.map((one) => [`${regionId} ${one.vpnConnectionId}`, one] as const),
    ),
  );
  return findings.map((finding) => {
    const connection = connections.get(`${finding.regionId} ${finding.vpnConnectionId}`) ?? null;
    return { finding, connection, waiver: waiverOf(finding, connection) };
  });
}

function marksOf(found: FoundFinding[]): Map<string, FindingMark> {
  const marks = new Map<string, FindingMark>();
  for (const { finding, waiver } of found) {
    const { vpnConnectionId, vpnGatewayId, severity } = finding;
    const id = vpnConnectionId ?? vpnGatewayId;
    if (id === null || waiver !== null) continue;
    if (severity !== "critical" && severity !== "high") continue;
    const mark = marks.get(id) ?? { critical: 0, high: 0 };
    mark[severity] += 1;
    marks.set(id, mark);
  }
  return marks;
}

/** A user who sees a part of a region sees the gateways of it, and those that are named for them. */
function visibleGateways(
  regionId: string,
  vpnConnections: VpnConnection[],
  user: User,
): GatewaysById {
  const { vpnGateways, customerGateways } = lastGateways(regionId);
  if (user.scopeOf(regionId) === "all") return { vpnGateways, customerGateways };
  const used = new Set(
    vpnConnections.flatMap((one) => [one.vpnGatewayId, ...one.customerGatewayIds]),
  );
  const isVisible = (id: string) => used.has(id) || user.isNamed(regionId, id);
  const ofThese = <Gateway>(all: ReadonlyMap<string, Gateway>) =>
    new Map([...all].filter(([id]) => isVisible(id)));
  return { vpnGateways: ofThese(vpnGateways), customerGateways: ofThese(customerGateways) };
}

/** By the map, of which there is a new one after each read, whether or not it says anything new. */
const contents = new WeakMap<object, string>();

function contentOf(gateways: ReadonlyMap<string, object>): string {
  const known = contents.get(gateways);
  if (known !== undefined) return known;
  const hash = createHash("sha256").update(JSON.stringify([...gateways.values()]));
  const content = hash.digest("base64url");
  contents.set(gateways, content);
  return content;
}
