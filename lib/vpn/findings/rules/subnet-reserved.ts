import { type Cidr, cidrsOf, isCatchAll } from "@/lib/vpn/findings/cidrs";
import type { Evidence } from "@/lib/vpn/findings/finding";
import { GATEWAY_DIAGNOSIS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { contains } from "@/lib/vpn/networks";

/** 100.64.0.0/10, which Alibaba Cloud uses itself. */
const RESERVED = { bytes: [100, 64, 0, 0], prefixLength: 10 };

export const subnetReservedRule: Rule = {
  id: "subnet-reserved",
  references: [GATEWAY_DIAGNOSIS],
  inConnection(connection) {
    const { local, remote } = cidrsOf(connection);
    if (!local.some(isReserved) && !remote.some(isReserved)) return null;
    const evidence = [...reservedIn("localSubnets", local), ...reservedIn("remoteSubnets", remote)];
    const cidrs = [...new Set(evidence.map(({ value }) => value))].join(", ");
    return { severity: "high", evidence, values: { cidrs } };
  },
};

/** A catch-all overlaps everything, and leads to no network of its own. */
function isReserved(cidr: Cidr): boolean {
  return !isCatchAll(cidr) && (contains(RESERVED, cidr) || contains(cidr, RESERVED));
}

function reservedIn(field: string, cidrs: readonly Cidr[]): Evidence[] {
  return cidrs.filter(isReserved).map(({ text }) => ({ field, value: text }));
}
