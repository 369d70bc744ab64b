import { SORT_FIELDS, type Sort, type SortField } from "@/lib/vpn/sort-fields";
import { VERDICTS_WORST_FIRST } from "@/lib/vpn/status";
import type { VpnConnection } from "@/lib/vpn/types";

const KEYS: Record<SortField, (connection: VpnConnection) => string | number | null> = {
  name: ({ name }) => name || null,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  // Ascending puts first what needs a look.
  verdict: ({ verdict }) => VERDICTS_WORST_FIRST.indexOf(verdict),
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
