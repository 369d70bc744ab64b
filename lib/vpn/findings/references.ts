import type { Reference } from "@/lib/vpn/findings/finding";
import type { RuleReference } from "@/lib/vpn/findings/rule";

/** What the rules stand on. A section is named only where its text has been read. */

export const rfc = (number: number, section?: string): Reference =>
  section === undefined
    ? { title: `RFC ${number}`, url: `https://www.rfc-editor.org/rfc/rfc${number}` }
    : {
        title: `RFC ${number}, §${section}`,
        url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
      };

/** A requirement of DISA's Virtual Private Network Security Requirements Guide, by its number. */
export const disaVpn = (requirement: string): Reference => ({
  title: `DISA VPN SRG, ${requirement}`,
  url: null,
});

export const STRONGSWAN_RECOMMENDATIONS: Reference = {
  title: "strongSwan: Security Recommendations",
  url: "https://docs.strongswan.org/docs/latest/howtos/securityRecommendations.html",
};

export const DUAL_TUNNEL_MODE = alibabaCloud(
  "user-guide/ipsec-vpn-connections-support-the-dual-tunnel-mode",
  "IPsec-VPN connections support the dual-tunnel mode",
  "IPsec-VPN 连接升级为双隧道模式",
);

export const DUAL_TUNNEL_CONNECTIONS = alibabaCloud(
  "user-guide/create-and-manage-an-ipsec-vpn-connection-in-dual-tunnel-mode",
  "IPsec-VPN connections in dual-tunnel mode",
  "IPsec 连接（VPN 网关-双隧道模式）",
);

export const TROUBLESHOOTING = alibabaCloud(
  "support/troubleshoot-ipsec-vpn-connection-issues",
  "Troubleshoot IPsec-VPN connection issues",
  "自主排查 IPsec-VPN 连接问题",
);

export const CONNECTIONS_FAQ = alibabaCloud(
  "support/faq-about-ipsec-vpn-connections",
  "FAQ about IPsec-VPN connections",
  "IPsec-VPN 连接常见问题",
);

export const GATEWAY_DIAGNOSIS = alibabaCloud(
  "user-guide/diagnose-a-vpn-gateway-for-ipsec-vpn",
  "Diagnose a VPN gateway",
  "诊断 VPN 网关",
);

export const VPN_GATEWAY_RENEWAL: RuleReference = {
  title: "Alibaba Cloud: Renew a VPN gateway",
  url: null,
  inChinese: { title: "阿里云：VPN 网关续费", url: null },
};

/** Both sites of its documentation have the same paths. */
function alibabaCloud(path: string, english: string, chinese: string): RuleReference {
  return {
    title: `Alibaba Cloud: ${english}`,
    url: `https://www.alibabacloud.com/help/en/vpn/sub-product-ipsec-vpn/${path}`,
    inChinese: {
      title: `阿里云：${chinese}`,
      url: `https://help.aliyun.com/zh/vpn/sub-product-ipsec-vpn/${path}`,
    },
  };
}
