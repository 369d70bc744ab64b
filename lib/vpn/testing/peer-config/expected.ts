import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { CUSTOMER_GATEWAY } from "@/lib/vpn/testing/peer-config/inputs";
import { pairsOf, type SeenTunnel } from "@/lib/vpn/testing/peer-config/seen";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

/** What a device has to be told, taken from the API's fields by rules that stand here only. */
export function expectedOf(of: VpnConnection, vendor: Vendor): SeenTunnel[] {
  const { localSubnets: theirs, remoteSubnets: ours, tunnels } = of;
  const isEverything = theirs.join() === "0.0.0.0/0" && ours.join() === "0.0.0.0/0";
  return tunnels.map((tunnel, index) => {
    const { ikeConfig, ipsecConfig, bgpConfig, internetIp } = tunnel;
    const isStandby = tunnel.role === "slave" && tunnels.length > 1;
    const isRouted = isEverything || tunnels.length > 1 || ALWAYS_ROUTED.has(vendor);
    const hasRoutes = isRouted && bgpConfig === null;
    const isIkev1 = ikeConfig.ikeVersion === "ikev1";
    return onVendor(vendor, tunnel, {
      remoteAddress: internetIp ?? "",
      ikeVersion: ikeConfig.ikeVersion ?? "",
      ikeMode: isIkev1 ? ikeConfig.ikeMode : null,
      ike: [ikeConfig.ikeEncAlg, ikeConfig.ikeAuthAlg, ikeConfig.ikePfs].join("-"),
      ipsec: [ipsecConfig.ipsecEncAlg, ipsecConfig.ipsecAuthAlg, ipsecConfig.ipsecPfs].join("-"),
      ikeLifetime: lifetime(
        ikeConfig.ikeLifetime,
        RANGES[vendor](isIkev1).ike,
        vendor === "cisco-ios-xe" && isIkev1 ? 1 : 0.9,
      ),
      ipsecLifetime: lifetime(ipsecConfig.ipsecLifetime, RANGES[vendor](isIkev1).ipsec),
      psk: `REPLACE-PSK-${index + 1}`,
      localId: identity(ikeConfig.remoteId ?? CUSTOMER_GATEWAY.ipAddress ?? ""),
      remoteId: identity(ikeConfig.localId ?? internetIp ?? ""),
      dpd: tunnel.enableDpd !== false,
      selectors: pairsOf(ours, theirs),
      routes: hasRoutes ? routesOf(of, vendor) : [],
      distance: hasRoutes ? DISTANCES[vendor][isStandby ? 1 : 0] : null,
      bgp: bgpConfig && {
        localAsn: String(bgpConfig.peerAsn),
        remoteAsn: String(bgpConfig.localAsn),
        localAddress: bgpConfig.peerBgpIp ?? "",
        remoteAddress: bgpConfig.localBgpIp ?? "",
        key: bgpConfig.authKey.configured ? `REPLACE-BGP-KEY-${index + 1}` : null,
        localPreference: isStandby ? 100 : 200,
      },
    });
  });
}

/** Those that lead to Alibaba's own addresses are for the reader to name. */
function routesOf(of: VpnConnection, vendor: Vendor): string[] {
  const byHand = swallowing(of);
  const routes = of.localSubnets.map((cidr) => (byHand.includes(cidr) ? ROUTED[vendor] : cidr));
  return [...new Set(routes)].toSorted();
}

/** The networks of Alibaba's side that an address of its tunnels is in. */
export function swallowing({ localSubnets, tunnels }: VpnConnection): string[] {
  const addresses = tunnels.map(({ internetIp }) => bitsOf(internetIp ?? ""));
  return localSubnets.filter((cidr) => {
    const [network = "", length] = cidr.split("/");
    const start = bitsOf(network).slice(0, Number(length));
    return !cidr.includes(":") && addresses.some((address) => address.startsWith(start));
  });
}

function bitsOf(address: string): string {
  const octets = address.split(".").map((octet) => Number(octet).toString(2).padStart(8, "0"));
  return octets.join("");
}

const ALWAYS_ROUTED = new Set<Vendor>(["fortigate", "juniper-srx"]);

type Distances = [number, number];

const DISTANCES: Record<Vendor, Distances> = {
  strongswan: [100, 200],
  "cisco-ios-xe": [10, 20],
  fortigate: [10, 20],
  "juniper-srx": [2, 3],
  h3c: [60, 70],
  vyos: [10, 20],
};

const WITH_MASK = "REPLACE-ROUTED-NETWORK";
const AS_CIDR = "REPLACE-ROUTED-CIDR";

const ROUTED: Record<Vendor, string> = {
  strongswan: AS_CIDR,
  "cisco-ios-xe": WITH_MASK,
  fortigate: WITH_MASK,
  "juniper-srx": AS_CIDR,
  h3c: WITH_MASK,
  vyos: AS_CIDR,
};

type Bounds = [number, number];
type Ranges = (isIkev1: boolean) => { ike: Bounds; ipsec: Bounds };

const same =
  (bounds: Bounds): Ranges =>
  () => ({ ike: bounds, ipsec: bounds });

const RANGES: Record<Vendor, Ranges> = {
  strongswan: same([60, Infinity]),
  "cisco-ios-xe": (isIkev1) => ({ ike: [isIkev1 ? 60 : 120, 86_400], ipsec: [120, 86_400] }),
  fortigate: same([120, 172_800]),
  "juniper-srx": same([180, 86_400]),
  h3c: (isIkev1) => ({ ike: isIkev1 ? [60, 604_800] : [120, 86_400], ipsec: [180, 604_800] }),
  vyos: same([30, 86_400]),
};

/** A tenth shorter than at Alibaba's end, or the nearest that the vendor takes; that of ISAKMP on IOS XE is the same. */
function lifetime(seconds: number | null, [min, max]: Bounds, part = 0.9): number | null {
  if (seconds === null) return null;
  return Math.min(max, Math.max(min, Math.floor(seconds * part)));
}

function identity(value: string): string {
  if (/^[\d.]+$/.test(value)) return `address ${value}`;
  return `${value.includes("@") ? "email" : "fqdn"} ${value}`;
}

/** What the vendor's syntax has no place for, or only one place for all. */
function onVendor(vendor: Vendor, { ikeConfig }: VpnTunnel, seen: SeenTunnel): SeenTunnel {
  const isIkev1 = ikeConfig.ikeVersion === "ikev1";
  if (vendor === "cisco-ios-xe" && isIkev1 && seen.localId?.startsWith("address ") === true)
    return { ...seen, localId: "address" };
  if (vendor !== "fortigate") return seen;
  const isUnchecked = seen.ikeMode === "main" || seen.remoteId?.startsWith("address ") === true;
  return { ...seen, remoteId: isUnchecked ? null : ikeConfig.localId };
}
