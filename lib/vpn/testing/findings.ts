import type { Finding } from "@/lib/vpn/findings/finding";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import type { ShownWaiver } from "@/lib/vpn/findings/waiver";
import type { VpnConnection } from "@/lib/vpn/types";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

/** A finding with as little to it as the types allow. */
function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: "dpd-off",
    severity: "low",
    regionId: "cn-hangzhou",
    vpnConnectionId: "vco-1",
    vpnGatewayId: "vpn-1",
    tunnel: null,
    name: "office",
    evidence: [{ field: "enableDpd", value: "false" }],
    values: {},
    ...more,
  };
}

export function listedFinding(more: Partial<ListedFinding> = {}): ListedFinding {
  const { values: _values, ...rest } = finding();
  const words = { title: "DPD off", detail: "It is off.", advice: "Set it on." };
  const references = [{ title: "A guide", url: "https://example.com/guide" }];
  const ofConnection = { customerGatewayIds: ["cgw-1"], tags: [] };
  return { ...rest, ...words, ...ofConnection, references, waiver: null, ...more };
}

export function foundFinding(
  more: Partial<Finding> = {},
  { waiver = null, ...ofConnection }: { waiver?: ShownWaiver | null } & Partial<VpnConnection> = {},
): FoundFinding {
  const one = finding(more);
  const id = one.vpnConnectionId;
  return {
    finding: one,
    connection:
      id === null
        ? null
        : connection(id, [tunnel(null)], { customerGatewayIds: ["cgw-1"], ...ofConnection }),
    waiver,
  };
}
