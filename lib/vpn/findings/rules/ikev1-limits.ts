import type { Evidence } from "@/lib/vpn/findings/finding";
import { CONNECTIONS_FAQ, TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { networkOf } from "@/lib/vpn/networks";

/** What IKEv1 cannot do. */
export const ikeV1LimitRules: Rule[] = [
  {
    id: "ikev1-multiple-subnets",
    references: [CONNECTIONS_FAQ],
    inTunnel({ tunnel, connection: { localSubnets, remoteSubnets }, isIkeV1 }) {
      if (!isIkeV1 || (localSubnets.length < 2 && remoteSubnets.length < 2)) return null;
      return {
        severity: "high",
        evidence: [
          { field: "ikeConfig.ikeVersion", value: tunnel.ikeConfig.ikeVersion ?? "" },
          { field: "localSubnets", value: localSubnets.join(", ") },
          { field: "remoteSubnets", value: remoteSubnets.join(", ") },
        ],
        values: { local: localSubnets.length, remote: remoteSubnets.length },
      };
    },
  },
  {
    id: "ikev1-main-fqdn",
    references: [TROUBLESHOOTING],
    inTunnel({ tunnel, words }) {
      if (words.ikeMode !== "main") return null;
      const { localId, remoteId } = tunnel.ikeConfig;
      const evidence = [
        ...nameAs("ikeConfig.localId", localId),
        ...nameAs("ikeConfig.remoteId", remoteId),
      ];
      if (evidence.length === 0) return null;
      const ids = evidence.map(({ value }) => value).join(", ");
      return { severity: "high", evidence, values: { ids } };
    },
  },
];

function nameAs(field: string, id: string | null): Evidence[] {
  const value = id?.trim() ?? "";
  const isAddress = !value.includes("/") && networkOf(value) !== null;
  return value === "" || isAddress ? [] : [{ field, value }];
}
