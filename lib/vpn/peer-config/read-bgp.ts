import { addressText, subnetOf } from "@/lib/vpn/peer-config/addresses";
import type { PeerBgp } from "@/lib/vpn/peer-config/peer-model";
import type { TunnelContext } from "@/lib/vpn/peer-config/input";
import type { CustomerGateway } from "@/lib/vpn/gateways";
import type { VpnTunnel } from "@/lib/vpn/types";

/** The API gives each tunnel with BGP a /30 inside 169.254.0.0/16. */
const USUAL = { prefixLength: "30", mask: "255.255.255.252" };

const MAX_ASN = 4_294_967_295;

/** The session from the device's side; null where BGP is not in use. */
export function readBgp(
  { bgpConfig }: VpnTunnel,
  gateway: CustomerGateway | null,
  { number, input, placeholders }: Pick<TunnelContext, "number" | "input" | "placeholders">,
): PeerBgp | null {
  const { tunnelMode, enableTunnelsBgp } = input.connection;
  // The switch of the connection is one for pairs; others send it all the same.
  const isOff =
    bgpConfig?.enableBgp === false || (tunnelMode === "dual" && enableTunnelsBgp === false);
  if (bgpConfig === null || isOff) return null;
  const { localAsn, peerAsn, localBgpIp, peerBgpIp, tunnelCidr, authKey } = bgpConfig;
  const values = { tunnel: number };
  const hasKey = authKey.configured || gateway?.authKey.configured === true;
  const { prefixLength, mask } = subnetOf(tunnelCidr ?? "") ?? USUAL;
  return {
    localAsn:
      asnText(peerAsn) ??
      asnText(gateway?.asn ?? null) ??
      placeholders.add(`REPLACE-LOCAL-ASN-${number}`, "localAsn", values),
    remoteAsn:
      asnText(localAsn) ?? placeholders.add(`REPLACE-ALIBABA-ASN-${number}`, "remoteAsn", values),
    localAddress:
      addressText(peerBgpIp) ??
      placeholders.add(`REPLACE-LOCAL-BGP-IP-${number}`, "localBgpIp", values),
    remoteAddress:
      addressText(localBgpIp) ??
      placeholders.add(`REPLACE-ALIBABA-BGP-IP-${number}`, "remoteBgpIp", values),
    prefixLength,
    mask,
    key: hasKey ? placeholders.add(`REPLACE-BGP-KEY-${number}`, "bgpKey", values) : null,
  };
}

function asnText(asn: number | null): string | null {
  return asn !== null && Number.isInteger(asn) && asn >= 1 && asn <= MAX_ASN ? String(asn) : null;
}
