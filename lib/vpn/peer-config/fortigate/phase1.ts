import type { Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import { isIpv6 } from "@/lib/vpn/peer-config/addresses";
import { LIFETIMES } from "@/lib/vpn/peer-config/fortigate/lifetimes";
import { config, edit, interfaceName, quoted } from "@/lib/vpn/peer-config/fortigate/syntax";
import { outsideInterface } from "@/lib/vpn/peer-config/outside-interfaces";
import type { Identity, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { lifetimeIn } from "@/lib/vpn/peer-config/vendor-parts";

const ENCRYPTION: Record<Encryption, string> = {
  des: "des",
  "3des": "3des",
  aes: "aes128",
  aes192: "aes192",
  aes256: "aes256",
};

const ID_TYPE = { address: "address", fqdn: "fqdn", email: "user-fqdn" };

export function proposalOf({
  encryption,
  integrity,
}: {
  encryption: Encryption;
  integrity: Integrity;
}): string {
  return `${ENCRYPTION[encryption]}-${integrity}`;
}

export function phase1Lines(model: PeerModel): Lines {
  return config(
    "vpn ipsec phase1-interface",
    ...model.tunnels.map((tunnel) =>
      edit(quoted(interfaceName(model, tunnel)), ...settingsOf(model, tunnel)),
    ),
  );
}

function settingsOf(model: PeerModel, tunnel: PeerTunnel): Lines {
  const { local, remote, psk, ike, dpd, natTraversal } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES.ike);
  const isLong = isIpv6(remote.address);
  return [
    "set type static",
    `set interface ${quoted(outsideInterface(model, tunnel))}`,
    isLong ? "set ip-version 6" : null,
    `set ike-version ${ike.version}`,
    ike.version === 1 ? `set mode ${ike.isAggressive ? "aggressive" : "main"}` : null,
    `set remote-gw${isLong ? "6" : ""} ${remote.address}`,
    `set localid-type ${ID_TYPE[local.identity.type]}`,
    `set localid ${quoted(local.identity.value)}`,
    ...peerLines(remote.identity, ike),
    "set net-device disable",
    `set proposal ${proposalOf(ike)}`,
    `set dhgrp ${ike.group.slice("group".length)}`,
    lifetime === null ? null : `set keylife ${lifetime}`,
    `set nattraversal ${natTraversal === false ? "disable" : "enable"}`,
    dpd === null ? "set dpd disable" : "set dpd on-idle",
    dpd && `set dpd-retrycount ${dpd.retries}`,
    dpd && `set dpd-retryinterval ${dpd.delaySeconds}`,
    "set authmethod psk",
    `set psksecret ${quoted(psk)}`,
  ];
}

/** In main mode the address tells the peer, before its identity is known. */
function peerLines({ type, value }: Identity, ike: PeerTunnel["ike"]): Lines {
  const isMain = ike.version === 1 && !ike.isAggressive;
  return type === "address" || isMain
    ? ["set peertype any"]
    : ["set peertype one", `set peerid ${quoted(value)}`];
}
