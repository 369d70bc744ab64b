import type { VendorLimits } from "@/lib/vpn/peer-config/generator";
import { isIpv6 } from "@/lib/vpn/peer-config/addresses";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { subnetPairs, swallowsTunnel } from "@/lib/vpn/peer-config/vendor-parts";
import type { Refusal, SettingName } from "@/lib/vpn/peer-config/said";

/** Each setting of the connection that the vendor cannot be given. */
export function refusalsOf(model: PeerModel, limits: VendorLimits): Refusal[] {
  const hasInterfaceSelectors = model.routing === "route" && !model.isDestinationRouting;
  return [
    ...(hasInterfaceSelectors && !limits.interfaceSelectors
      ? [{ refusal: "interfaceSelectors" as const, values: {} }]
      : []),
    ...(limits.routesSelectors === true && hasSwallowingSelector(model)
      ? [{ refusal: "routedSelector" as const, values: {} }]
      : []),
    ...(subnetPairs(model).length === 0 ? [{ refusal: "noPair" as const, values: {} }] : []),
    ...model.tunnels.flatMap((tunnel) => refusalsOfTunnel(tunnel, limits)),
    ...(!limits.ipv6 && usesIpv6(model) ? [{ refusal: "ipv6" as const, values: {} }] : []),
  ];
}

function hasSwallowingSelector(model: PeerModel): boolean {
  const { isDestinationRouting, remoteSubnets, tunnels } = model;
  return !isDestinationRouting && remoteSubnets.some((one) => swallowsTunnel(one, tunnels));
}

function refusalsOfTunnel(
  { number: tunnel, ike, ipsec }: PeerTunnel,
  limits: VendorLimits,
): Refusal[] {
  const { encryptions, integrities, groups, ikeVersions, aggressiveMode } = limits;
  const settings: [SettingName, string | null, readonly string[]][] = [
    ["ikeVersion", `ikev${ike.version}`, ikeVersions.map((version) => `ikev${version}`)],
    ["ikeEncAlg", ike.encryption, encryptions],
    ["ikeAuthAlg", ike.integrity, integrities],
    ["ikePfs", ike.group, groups],
    ["ipsecEncAlg", ipsec.encryption, encryptions],
    ["ipsecAuthAlg", ipsec.integrity, integrities],
    ["ipsecPfs", ipsec.pfs, groups],
  ];
  const refusals = settings
    .filter(([, value, known]) => value !== null && !known.includes(value))
    .map(([setting, value]): Refusal => {
      return { refusal: "notSupported", setting, values: { tunnel, value: value ?? "" } };
    });
  if (ike.isAggressive && !aggressiveMode)
    refusals.push({ refusal: "aggressive", values: { tunnel } });
  return refusals;
}

function usesIpv6({ localSubnets, remoteSubnets, tunnels }: PeerModel): boolean {
  const subnets = [...localSubnets, ...remoteSubnets];
  const addresses = tunnels.flatMap(({ local, remote }) => [local.address, remote.address]);
  return subnets.some((one) => one.isIpv6) || addresses.some(isIpv6);
}
