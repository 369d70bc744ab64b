import type { Evidence } from "@/lib/vpn/findings/finding";
import { CONNECTIONS_FAQ, TROUBLESHOOTING } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { isIkeV1, wordOf } from "@/lib/vpn/findings/tunnels";
import { networkOf } from "@/lib/vpn/networks";

/** What IKEv1 cannot do. */
export const ikeV1LimitRules: Rule[] = [
  {
    id: "ikev1-multiple-subnets",
    references: [CONNECTIONS_FAQ],
    inTunnel(tunnel, { localSubnets, remoteSubnets }) {
      if (localSubnets.length < 2 && remoteSubnets.length < 2) return null;
      if (!isIkeV1(tunnel)) return null;
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
    inTunnel(tunnel) {
      const { ikeMode, localId, remoteId } = tunnel.ikeConfig;
      if (!isIkeV1(tunnel) || wordOf(ikeMode) !== "main") return null;
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
