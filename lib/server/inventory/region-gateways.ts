import "server-only";
import type { User } from "@/lib/server/auth/user";
import type { GatewayLists } from "@/lib/server/inventory/gateway-lists";
import type { ListedKind } from "@/lib/server/inventory/listed-kinds";
import { findingsOfRegion } from "@/lib/server/inventory/region-findings";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";
import type { GatewayGap, ListedGateway } from "@/lib/vpn/gateway-list";
import type { RegionSnapshot } from "@/lib/vpn/snapshot";

/** What a list knows of the gateways of a region, as far as the user sees them. */
export type RegionGateways<Gateway> = {
  gateways: Gateway[];
  snapshot: RegionSnapshot;
  gap: GatewayGap | null;
  /** Stays the same while gateways and connections do. */
  version: string;
};

/** @param snapshot The part that the user sees. */
export async function gatewaysOfRegion<Gateway extends ListedGateway>(
  { kind, lists, rows }: Pick<ListedKind<Gateway, unknown>, "kind" | "lists" | "rows">,
  snapshot: RegionSnapshot,
  user: User,
): Promise<RegionGateways<Gateway>> {
  const { regionId } = snapshot;
  const gap = await gapOf(lists, regionId);
  const findings = await findingsOfRegion(snapshot, user);
  const areRead = lists.isKnown(regionId);
  const made = rows().get(findings);
  const gateways =
    made?.areRead === areRead
      ? made.gateways
      : kind.rowsOf({ ...findings.region, marks: findings.marks }, areRead);
  rows().set(findings, { areRead, gateways });
  const version = [findings.version, snapshot.unreadable.length, areRead].join(" ");
  return { gateways, snapshot, gap, version };
}

/** Null where they are as they were read last, without a failure since. */
async function gapOf(lists: GatewayLists<object>, regionId: string): Promise<GatewayGap | null> {
  const { fetchedAt: since, error } = lists.lastRead(regionId);
  if (error !== null) return { regionId, since, problem: await upstreamProblem(error) };
  return since === null ? { regionId, since, problem: null } : null;
}
