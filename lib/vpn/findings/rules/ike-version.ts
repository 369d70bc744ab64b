import { rfc, STRONGSWAN_RECOMMENDATIONS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { isIkeV1, wordOf } from "@/lib/vpn/findings/tunnels";

/** IKE version 1, and the mode of it that gives the key away. IKEv2 knows no modes. */
export const ikeVersionRules: Rule[] = [
  {
    id: "ike-version-1",
    references: [rfc(9395)],
    inTunnel(tunnel) {
      if (!isIkeV1(tunnel)) return null;
      const { ikeVersion } = tunnel.ikeConfig;
      const evidence = [{ field: "ikeConfig.ikeVersion", value: ikeVersion ?? "" }];
      return { severity: "medium", evidence };
    },
  },
  {
    id: "ike-aggressive-mode",
    references: [rfc(9395), STRONGSWAN_RECOMMENDATIONS],
    inTunnel(tunnel) {
      const { ikeMode } = tunnel.ikeConfig;
      if (!isIkeV1(tunnel) || wordOf(ikeMode) !== "aggressive") return null;
      const evidence = [{ field: "ikeConfig.ikeMode", value: ikeMode ?? "" }];
      return { severity: "high", evidence };
    },
  },
];
