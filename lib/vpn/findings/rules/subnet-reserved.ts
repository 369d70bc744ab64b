import { GATEWAY_DIAGNOSIS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { contains, networkOf } from "@/lib/vpn/networks";

/** 100.64.0.0/10, which Alibaba Cloud uses itself. */
const RESERVED = { bytes: [100, 64, 0, 0], prefixLength: 10 };

export const subnetReservedRule: Rule = {
  id: "subnet-reserved",
  references: [GATEWAY_DIAGNOSIS],
  inConnection({ localSubnets, remoteSubnets }) {
    const evidence = [
      ...localSubnets.map((value) => ({ field: "localSubnets", value })),
      ...remoteSubnets.map((value) => ({ field: "remoteSubnets", value })),
    ].filter(({ value }) => isReserved(value));
    if (evidence.length === 0) return [];
    const cidrs = [...new Set(evidence.map(({ value }) => value))].join(", ");
    return [{ tunnel: null, severity: "high", evidence, values: { cidrs } }];
  },
};

/** A catch-all overlaps everything, and leads to no network of its own. */
function isReserved(cidr: string): boolean {
  const network = networkOf(cidr);
  if (network === null || network.prefixLength === 0) return false;
  return contains(RESERVED, network) || contains(network, RESERVED);
}
