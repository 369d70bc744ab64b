import type { Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import { LIFETIMES } from "@/lib/vpn/peer-config/juniper/lifetimes";
import { tunnelName } from "@/lib/vpn/peer-config/juniper/syntax";
import { outsideInterface } from "@/lib/vpn/peer-config/outside-interfaces";
import type { Identity, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { isIpv6 } from "@/lib/vpn/peer-config/addresses";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { lifetimeIn, setLines } from "@/lib/vpn/peer-config/vendor-parts";

export const ENCRYPTION: Record<Encryption, string> = {
  des: "des-cbc",
  "3des": "3des-cbc",
  aes: "aes-128-cbc",
  aes192: "aes-192-cbc",
  aes256: "aes-256-cbc",
};

const HASH: Record<Integrity, string> = {
  md5: "md5",
  sha1: "sha1",
  sha256: "sha-256",
  sha384: "sha-384",
  sha512: "sha-512",
};

export function ikeLines(model: PeerModel): Lines[] {
  return model.tunnels.map((tunnel) => tunnelLines(model, tunnel));
}

function tunnelLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const name = tunnelName(model, tunnel);
  const { ike, psk } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES.ike);
  const path = "security ike";
  return [
    ...setLines(
      `${path} proposal ${name}`,
      "authentication-method pre-shared-keys",
      `encryption-algorithm ${ENCRYPTION[ike.encryption]}`,
      `authentication-algorithm ${HASH[ike.integrity]}`,
      `dh-group ${ike.group}`,
      lifetime === null ? null : `lifetime-seconds ${lifetime}`,
    ),
    ...setLines(
      `${path} policy ${name}`,
      ike.version === 1 ? `mode ${ike.isAggressive ? "aggressive" : "main"}` : null,
      `proposals ${name}`,
      `pre-shared-key ascii-text "${psk}"`,
    ),
    ...setLines(`${path} gateway ${name}`, gatewayLines(model, tunnel)),
  ];
}

function gatewayLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const { ike, local, remote, dpd, natTraversal } = tunnel;
  return [
    `ike-policy ${tunnelName(model, tunnel)}`,
    `address ${remote.address}`,
    `local-identity ${identityOf(local.identity)}`,
    `remote-identity ${identityOf(remote.identity)}`,
    `external-interface ${outsideInterface(model, tunnel)}`,
    `version v${ike.version}-only`,
    dpd && "dead-peer-detection always-send",
    dpd && `dead-peer-detection interval ${dpd.delaySeconds}`,
    dpd && `dead-peer-detection threshold ${dpd.retries}`,
    natTraversal === false ? "no-nat-traversal" : null,
  ];
}

function identityOf({ type, value }: Identity): string {
  const address = isIpv6(value) ? "inet6" : "inet";
  return `${{ address, fqdn: "hostname", email: "user-at-hostname" }[type]} ${value}`;
}
