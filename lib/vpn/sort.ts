import { SORT_FIELDS, type Sort, type SortField } from "@/lib/vpn/sort-fields";
import type { Verdict, VpnConnection } from "@/lib/vpn/types";

/** Ascending by verdict puts first what needs a look. */
const SEVERITY: Record<Verdict, number> = { down: 0, degraded: 1, unknown: 2, up: 3 };

const KEYS: Record<SortField, (connection: VpnConnection) => string | number | null> = {
  name: ({ name }) => name || null,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  verdict: ({ verdict }) => SEVERITY[verdict],
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  customerGatewayIds: ({ customerGatewayIds }) => customerGatewayIds[0] ?? null,
  localSubnets: ({ localSubnets }) => localSubnets[0] ?? null,
  remoteSubnets: ({ remoteSubnets }) => remoteSubnets[0] ?? null,
  ikeVersion: ({ tunnels }) => tunnels[0]?.ikeConfig.ikeVersion ?? null,
  tunnelMode: ({ tunnelMode }) => tunnelMode,
  createTime: ({ createTime }) => createTime,
};

/** `site-2` before `site-10`; one locale for everybody, so that a link has one order. */
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** A total order: ties go by id, and what has no value comes last either way. */
export function sortConnections(connections: VpnConnection[], sort: Sort): VpnConnection[] {
  const isDescending = sort.startsWith("-");
  const field = SORT_FIELDS.find((name) => sort === name || sort === `-${name}`) ?? "name";
  return connections.toSorted((a, b) => {
    const [left, right] = [KEYS[field](a), KEYS[field](b)];
    const byId = a.vpnConnectionId < b.vpnConnectionId ? -1 : 1;
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byId;
    const order = compare(left, right);
    return (isDescending ? -order : order) || byId;
  });
}

function compare(left: string | number, right: string | number): number {
  return typeof left === "number" && typeof right === "number"
    ? left - right
    : collator.compare(String(left), String(right));
}
