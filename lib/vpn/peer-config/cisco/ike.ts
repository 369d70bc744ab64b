import { LIFETIMES } from "@/lib/vpn/peer-config/cisco/lifetimes";
import type { DhGroup, Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import type { Identity, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  DPD_RETRY_SECONDS,
  lifetimeIn,
  mode,
  nameOf,
  numberOf,
} from "@/lib/vpn/peer-config/vendor-parts";

/** Words of IKEv2 and, after it, of ISAKMP, which is IKEv1. */
const ENCRYPTION: Record<Encryption, [string, string]> = {
  des: ["des", "des"],
  "3des": ["3des", "3des"],
  aes: ["aes-cbc-128", "aes"],
  aes192: ["aes-cbc-192", "aes 192"],
  aes256: ["aes-cbc-256", "aes 256"],
};

const HASH: Record<Integrity, string> = {
  md5: "md5",
  sha1: "sha",
  sha256: "sha256",
  sha384: "sha384",
  sha512: "sha512",
};

export const groupNumber = (group: DhGroup) => group.slice("group".length);

const HOST_MASK = "255.255.255.255";

/** Phase 1 of each tunnel, with the version that it has. */
export function ikeLines(model: PeerModel): Lines[] {
  const ofIkev2 = model.tunnels.filter(({ ike }) => ike.version === 2);
  const ofIkev1 = model.tunnels.filter(({ ike }) => ike.version === 1);
  return [
    ...ofIkev2.map((tunnel) => proposalLines(nameOf(model, tunnel), tunnel)),
    policyLines(model, ofIkev2),
    ...ofIkev2.flatMap((tunnel) => ikev2Lines(nameOf(model, tunnel), tunnel)),
    ...ofIkev1.flatMap((tunnel) => isakmpLines(nameOf(model, tunnel), tunnel)),
  ];
}

/** One for all tunnels: of several that match, IOS XE would take one and leave the others. */
function policyLines(model: PeerModel, tunnels: PeerTunnel[]): Lines {
  const proposals = tunnels.map((tunnel) => `proposal ${nameOf(model, tunnel)}`);
  return proposals.length === 0
    ? []
    : mode(`crypto ikev2 policy ${model.objectName}`, "exit", proposals);
}

function proposalLines(name: string, { ike }: PeerTunnel): string[] {
  const { encryption, integrity, group } = ike;
  return mode(
    `crypto ikev2 proposal ${name}`,
    "exit",
    `encryption ${ENCRYPTION[encryption][0]}`,
    `integrity ${integrity}`,
    `prf ${integrity}`,
    `group ${groupNumber(group)}`,
  );
}

function ikev2Lines(name: string, tunnel: PeerTunnel): string[][] {
  const { remote, local, psk, dpd, ike } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES(tunnel).ike);
  const ofPeer = mode(
    `peer ${name}`,
    "exit",
    `address ${remote.address}`,
    remote.identity.type === "address" ? null : `identity ${identityOf(remote.identity)}`,
    `pre-shared-key ${psk}`,
  );
  return [
    mode(`crypto ikev2 keyring ${name}`, "exit", ofPeer),
    mode(
      `crypto ikev2 profile ${name}`,
      "exit",
      `match identity remote ${matched(remote.identity)}`,
      `identity local ${identityOf(local.identity)}`,
      "authentication remote pre-share",
      "authentication local pre-share",
      `keyring local ${name}`,
      lifetime === null ? null : `lifetime ${lifetime}`,
      dpd && `dpd ${dpd.delaySeconds} ${DPD_RETRY_SECONDS} periodic`,
      "no config-exchange request",
    ),
  ];
}

function isakmpLines(name: string, tunnel: PeerTunnel): string[][] {
  const { remote, local, psk, dpd, ike } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES(tunnel).ike);
  const isByName = ike.isAggressive && remote.identity.type !== "address";
  return [
    mode(
      `crypto isakmp policy ${numberOf(tunnel)}`,
      "exit",
      `encryption ${ENCRYPTION[ike.encryption][1]}`,
      `hash ${HASH[ike.integrity]}`,
      "authentication pre-share",
      `group ${groupNumber(ike.group)}`,
      lifetime === null ? null : `lifetime ${lifetime}`,
    ),
    mode(
      `crypto keyring ${name}`,
      "exit",
      `pre-shared-key address ${remote.address} key ${psk}`,
      isByName ? `pre-shared-key hostname ${remote.identity.value} key ${psk}` : null,
    ),
    mode(
      `crypto isakmp profile ${name}`,
      "exit",
      `keyring ${name}`,
      `self-identity ${selfIdentity(local.identity)}`,
      `match identity ${isakmpMatched(remote.identity)}`,
      dpd && `keepalive ${dpd.delaySeconds} retry ${DPD_RETRY_SECONDS}`,
      ike.isAggressive ? "initiate mode aggressive" : null,
    ),
  ];
}

const identityOf = ({ type, value }: Identity) => `${type} ${value}`;

function matched(identity: Identity): string {
  return identity.type === "address"
    ? `address ${identity.value} ${HOST_MASK}`
    : identityOf(identity);
}

/** As an IKEv1 identity that is an address IOS XE sends that of its interface, and no other. */
function selfIdentity({ type, value }: Identity): string {
  return { address: "address", fqdn: `fqdn ${value}`, email: `user-fqdn ${value}` }[type];
}

function isakmpMatched({ type, value }: Identity): string {
  const words = { address: `address ${value} ${HOST_MASK}`, fqdn: `host ${value}` };
  return { ...words, email: `user-fqdn ${value}` }[type];
}
