import type { Subnet } from "@/lib/vpn/peer-config/addresses";
import { config, edit, quoted } from "@/lib/vpn/peer-config/fortigate/syntax";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/** The networks of one version of IP, which FortiOS keeps in tables of their own. */
export type Family = {
  isIpv6: boolean;
  local: Subnet[];
  remote: Subnet[];
  /** Groups of address objects. */
  localGroup: string;
  remoteGroup: string;
};

/** Those of which both ends have networks; with 0.0.0.0/0 on both sides there is nothing to name. */
export function familiesOf(model: PeerModel): Family[] {
  const { objectName, localSubnets, remoteSubnets } = model;
  return [false, true]
    .map((isIpv6): Family => {
      const suffix = isIpv6 ? "-v6" : "";
      return {
        isIpv6,
        local: localSubnets.filter((subnet) => subnet.isIpv6 === isIpv6),
        remote: remoteSubnets.filter((subnet) => subnet.isIpv6 === isIpv6),
        localGroup: `${objectName}-local${suffix}`,
        remoteGroup: `${objectName}-alibaba${suffix}`,
      };
    })
    .filter(({ local, remote }) => local.length > 0 && remote.length > 0);
}

/** An object for each network and a group for each side. */
export function addressLines(model: PeerModel): Lines {
  if (model.isDestinationRouting) return [];
  return familiesOf(model).flatMap((family) => [objectLines(family), groupLines(family)].flat());
}

function objectLines(family: Family): string[] {
  return config(
    `firewall address${family.isIpv6 ? "6" : ""}`,
    ...sidesOf(family).flatMap(([group, subnets]) =>
      subnets.map((subnet, index) =>
        edit(quoted(memberOf(group, index)), `set ${subnetWords(subnet)}`),
      ),
    ),
  );
}

function groupLines(family: Family): string[] {
  return config(
    `firewall addrgrp${family.isIpv6 ? "6" : ""}`,
    ...sidesOf(family).map(([group, subnets]) => {
      const members = subnets.map((_, index) => quoted(memberOf(group, index)));
      return edit(quoted(group), `set member ${members.join(" ")}`);
    }),
  );
}

function sidesOf({ local, remote, localGroup, remoteGroup }: Family): [string, Subnet[]][] {
  return [
    [localGroup, local],
    [remoteGroup, remote],
  ];
}

const memberOf = (group: string, index: number) => `${group}-${index + 1}`;

function subnetWords({ isIpv6, cidr, network, mask }: Subnet): string {
  return isIpv6 ? `ip6 ${cidr}` : `subnet ${network} ${mask}`;
}
