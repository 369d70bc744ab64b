import "server-only";
import { isRegionId } from "@/lib/vpn/region-id";

/** Of whom some things are not to be seen: what may be. */
type Limits = {
  /** Seen whole. */
  regions: ReadonlySet<string>;
  /** By region, of those not seen whole: VPN and customer gateways whose connections are seen. */
  gateways: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same for equal limits. */
  key: string;
};

export type Grant = {
  role: "viewer" | "operator";
  limits: Limits | null;
  /** The roles it comes from. */
  roles: string[];
};

/** Without the `*` that other ids may hold: it could be taken for any. */
const GATEWAY_ID = /^(vpn|cgw)-[\w-]{1,96}$/;

const LIMITED = /^viewer:([^/]+)(?:\/(.+))?$/;

/** `operator`, `viewer`, `viewer:<region>` or `viewer:<region>/<gateway>`. */
export function isRole(text: string): boolean {
  if (text === "operator" || text === "viewer") return true;
  const [, regionId, gatewayId] = LIMITED.exec(text) ?? [];
  if (regionId === undefined || !isRegionId(regionId)) return false;
  return gatewayId === undefined || GATEWAY_ID.test(gatewayId);
}

/**
 * What these roles allow together; null where none of them is ours. Other applications' roles may be
 * among them. Several limits add up, and a role without a limit lifts all.
 */
export function grantOf(roles: string[]): Grant | null {
  const ours = roles.filter(isRole);
  if (ours.includes("operator")) return { role: "operator", limits: null, roles: ["operator"] };
  if (ours.length === 0) return null;
  if (ours.includes("viewer")) return { role: "viewer", limits: null, roles: ["viewer"] };
  return { role: "viewer", limits: limitsOf(ours), roles: ours };
}

function limitsOf(roles: string[]): Limits {
  const places = roles.map((role) => LIMITED.exec(role));
  const regions = new Set(
    places.flatMap((place) => (place?.[1] !== undefined && place[2] === undefined ? place[1] : [])),
  );
  const gateways = new Map<string, Set<string>>();
  for (const [, regionId, gatewayId] of places.flatMap((place) =>
    place === null ? [] : [place],
  )) {
    if (regionId === undefined || gatewayId === undefined || regions.has(regionId)) continue;
    gateways.set(regionId, (gateways.get(regionId) ?? new Set()).add(gatewayId));
  }
  return { regions, gateways, key: [...new Set(roles)].toSorted().join(" ") };
}
