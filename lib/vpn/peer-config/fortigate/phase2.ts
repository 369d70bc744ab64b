import { type Family, familiesOf } from "@/lib/vpn/peer-config/fortigate/addresses";
import { LIFETIMES } from "@/lib/vpn/peer-config/fortigate/lifetimes";
import { proposalOf } from "@/lib/vpn/peer-config/fortigate/phase1";
import { config, edit, interfaceName, quoted } from "@/lib/vpn/peer-config/fortigate/syntax";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { lifetimeIn } from "@/lib/vpn/peer-config/vendor-parts";

/** One for each version of IP, with all its networks. */
export function phase2Lines(model: PeerModel): Lines {
  return config(
    "vpn ipsec phase2-interface",
    ...model.tunnels.flatMap((tunnel) =>
      familiesOf(model).map((family) =>
        edit(
          quoted(`${interfaceName(model, tunnel)}-p2${family.isIpv6 ? "-v6" : ""}`),
          `set phase1name ${quoted(interfaceName(model, tunnel))}`,
          ...protectionLines(tunnel),
          ...selectorLines(family),
        ),
      ),
    ),
  );
}

function protectionLines({ ipsec }: PeerTunnel): Lines {
  const lifetime = lifetimeIn(ipsec.lifetimeSeconds, LIFETIMES.ipsec);
  return [
    `set proposal ${proposalOf(ipsec)}`,
    `set pfs ${ipsec.pfs === null ? "disable" : "enable"}`,
    ipsec.pfs && `set dhgrp ${ipsec.pfs.slice("group".length)}`,
    "set keylife-type seconds",
    lifetime === null ? null : `set keylifeseconds ${lifetime}`,
    "set auto-negotiate enable",
  ];
}

/** A group of addresses is negotiated as several selectors of one SA, which IKEv1 does not have. */
function selectorLines({ isIpv6, local, remote, localGroup, remoteGroup }: Family): Lines {
  const version = isIpv6 ? "6" : "";
  const [localSubnet, ...otherLocals] = local;
  const [remoteSubnet, ...otherRemotes] = remote;
  if (localSubnet === undefined || remoteSubnet === undefined) return [];
  const isSingle = otherLocals.length + otherRemotes.length === 0;
  const sides = [
    { side: "src", subnet: localSubnet, group: localGroup },
    { side: "dst", subnet: remoteSubnet, group: remoteGroup },
  ];
  return sides.flatMap(({ side, subnet, group }) =>
    isSingle
      ? [
          `set ${side}-addr-type subnet${version}`,
          `set ${side}-subnet${version} ${isIpv6 ? subnet.cidr : `${subnet.network} ${subnet.mask}`}`,
        ]
      : [`set ${side}-addr-type name${version}`, `set ${side}-name${version} ${quoted(group)}`],
  );
}
