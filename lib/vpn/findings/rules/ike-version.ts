import { rfc, STRONGSWAN_RECOMMENDATIONS } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";

/** IKE version 1, and the mode of it that gives the key away. IKEv2 knows no modes. */
export const ikeVersionRules: Rule[] = [
  {
    id: "ike-version-1",
    references: [rfc(9395)],
    inTunnel({ tunnel, isIkeV1 }) {
      if (!isIkeV1) return null;
      const { ikeVersion } = tunnel.ikeConfig;
      const evidence = [{ field: "ikeConfig.ikeVersion", value: ikeVersion ?? "" }];
      return { severity: "medium", evidence };
    },
  },
  {
    id: "ike-aggressive-mode",
    references: [rfc(9395), STRONGSWAN_RECOMMENDATIONS],
    inTunnel({ tunnel, words }) {
      if (words.ikeMode !== "aggressive") return null;
      const { ikeMode } = tunnel.ikeConfig;
      const evidence = [{ field: "ikeConfig.ikeMode", value: ikeMode ?? "" }];
      return { severity: "high", evidence };
    },
  },
];
