import type { Encryption } from "@/lib/vpn/peer-config/algorithms";
import { outsideInterfaces } from "@/lib/vpn/peer-config/outside-interfaces";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { lifetimeIn, nameOf, setLines } from "@/lib/vpn/peer-config/vendor-parts";
import { LIFETIMES } from "@/lib/vpn/peer-config/vyos/lifetimes";
import { quoted } from "@/lib/vpn/peer-config/vyos/syntax";

const ENCRYPTION: Record<Encryption, string> = {
  des: "des",
  "3des": "3des",
  aes: "aes128",
  aes192: "aes192",
  aes256: "aes256",
};

/** An IKE group and an ESP group of each tunnel. */
export function groupLines(model: PeerModel): Lines {
  return [
    ...setLines(
      "vpn ipsec",
      outsideInterfaces(model).map((name) => `interface ${quoted(name)}`),
    ),
    ...model.tunnels.flatMap((tunnel) => [
      ...setLines(`vpn ipsec ike-group ${nameOf(model, tunnel)}`, ikeLines(tunnel)),
      ...setLines(`vpn ipsec esp-group ${nameOf(model, tunnel)}`, espLines(tunnel)),
    ]),
  ];
}

function ikeLines({ ike, dpd }: PeerTunnel): Lines {
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES.ike);
  return [
    `key-exchange ${quoted(`ikev${ike.version}`)}`,
    ike.version === 1 ? `mode ${quoted(ike.isAggressive ? "aggressive" : "main")}` : null,
    // Else a tunnel of a pair could move to the addresses of the other one.
    ike.version === 2 ? "disable-mobike" : null,
    lifetime === null ? null : `lifetime ${quoted(lifetime)}`,
    `close-action ${quoted(ike.version === 2 ? "start" : "none")}`,
    dpd && `dead-peer-detection action ${quoted("restart")}`,
    dpd && `dead-peer-detection interval ${quoted(dpd.delaySeconds)}`,
    dpd && `dead-peer-detection timeout ${quoted(dpd.delaySeconds * dpd.retries)}`,
    `proposal 1 encryption ${quoted(ENCRYPTION[ike.encryption])}`,
    `proposal 1 hash ${quoted(ike.integrity)}`,
    `proposal 1 dh-group ${quoted(ike.group.slice("group".length))}`,
  ];
}

function espLines({ ipsec }: PeerTunnel): Lines {
  const lifetime = lifetimeIn(ipsec.lifetimeSeconds, LIFETIMES.ipsec);
  return [
    lifetime === null ? null : `lifetime ${quoted(lifetime)}`,
    `mode ${quoted("tunnel")}`,
    `pfs ${quoted(ipsec.pfs === null ? "disable" : `dh-${ipsec.pfs}`)}`,
    `proposal 1 encryption ${quoted(ENCRYPTION[ipsec.encryption])}`,
    `proposal 1 hash ${quoted(ipsec.integrity)}`,
  ];
}
