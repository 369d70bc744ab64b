import type { Encryption, Integrity } from "@/lib/vpn/peer-config/algorithms";
import { LIFETIMES } from "@/lib/vpn/peer-config/h3c/lifetimes";
import type { Identity, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import {
  DPD_RETRY_SECONDS,
  lifetimeIn,
  mode,
  nameOf,
  numberOf,
} from "@/lib/vpn/peer-config/vendor-parts";

export const ENCRYPTION: Record<Encryption, string> = {
  des: "des-cbc",
  "3des": "3des-cbc",
  aes: "aes-cbc-128",
  aes192: "aes-cbc-192",
  aes256: "aes-cbc-256",
};

/** SHA-1 is `sha` in an IKE proposal and `sha1` everywhere else. */
const HASH: Record<Integrity, string> = {
  md5: "md5",
  sha1: "sha",
  sha256: "sha256",
  sha384: "sha384",
  sha512: "sha512",
};

const ID_TYPE = { address: "address", fqdn: "fqdn", email: "user-fqdn" };

export function ikeLines(model: PeerModel): Lines[] {
  const ofIkev2 = model.tunnels.filter(({ ike }) => ike.version === 2);
  const ofIkev1 = model.tunnels.filter(({ ike }) => ike.version === 1);
  return [
    ...ofIkev2.map((tunnel) => ikev2Proposal(nameOf(model, tunnel), tunnel)),
    policyLines(model, ofIkev2),
    ...ofIkev2.flatMap((tunnel) => ikev2Lines(nameOf(model, tunnel), tunnel)),
    ...ofIkev1.flatMap((tunnel) => ikev1Lines(nameOf(model, tunnel), tunnel)),
  ];
}

/** One for all tunnels: of several that match, one alone is used. */
function policyLines(model: PeerModel, tunnels: PeerTunnel[]): Lines {
  const proposals = tunnels.map((tunnel) => `proposal ${nameOf(model, tunnel)}`);
  return proposals.length === 0 ? [] : mode(`ikev2 policy ${model.objectName}`, "quit", proposals);
}

function ikev2Proposal(name: string, { ike }: PeerTunnel): string[] {
  return mode(
    `ikev2 proposal ${name}`,
    "quit",
    `encryption ${ENCRYPTION[ike.encryption]}`,
    `integrity ${ike.integrity}`,
    `prf ${ike.integrity}`,
    `dh ${ike.group}`,
  );
}

function ikev2Lines(name: string, tunnel: PeerTunnel): string[][] {
  const { remote, local, psk, ike } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES(tunnel).ike);
  const ofPeer = mode(
    `peer ${name}`,
    "quit",
    `address ${remote.address} 32`,
    `identity ${identityOf(remote.identity)}`,
    `pre-shared-key plaintext ${psk}`,
  );
  return [
    mode(`ikev2 keychain ${name}`, "quit", ofPeer),
    mode(
      `ikev2 profile ${name}`,
      "quit",
      "authentication-method local pre-share",
      "authentication-method remote pre-share",
      `keychain ${name}`,
      `identity local ${identityOf(local.identity)}`,
      `match remote identity ${matched(remote.identity)}`,
      lifetime === null ? null : `sa duration ${lifetime}`,
      dpdLine(tunnel),
    ),
  ];
}

function ikev1Lines(name: string, tunnel: PeerTunnel): string[][] {
  const { remote, local, psk, ike } = tunnel;
  const lifetime = lifetimeIn(ike.lifetimeSeconds, LIFETIMES(tunnel).ike);
  const isByName = ike.isAggressive && remote.identity.type !== "address";
  return [
    mode(
      `ike proposal ${numberOf(tunnel)}`,
      "quit",
      "authentication-method pre-share",
      `encryption-algorithm ${ENCRYPTION[ike.encryption]}`,
      `authentication-algorithm ${HASH[ike.integrity]}`,
      `dh ${ike.group}`,
      lifetime === null ? null : `sa duration ${lifetime}`,
    ),
    mode(
      `ike keychain ${name}`,
      "quit",
      `pre-shared-key address ${remote.address} 255.255.255.255 key simple ${psk}`,
      isByName ? `pre-shared-key hostname ${remote.identity.value} key simple ${psk}` : null,
    ),
    mode(
      `ike profile ${name}`,
      "quit",
      `keychain ${name}`,
      `proposal ${numberOf(tunnel)}`,
      `exchange-mode ${ike.isAggressive ? "aggressive" : "main"}`,
      `local-identity ${identityOf(local.identity)}`,
      `match remote identity ${matched(remote.identity, "255.255.255.255")}`,
      dpdLine(tunnel),
    ),
  ];
}

function dpdLine({ dpd }: PeerTunnel): string | null {
  return dpd && `dpd interval ${dpd.delaySeconds} retry ${DPD_RETRY_SECONDS} periodic`;
}

const identityOf = ({ type, value }: Identity) => `${ID_TYPE[type]} ${value}`;

function matched(identity: Identity, hostMask = "32"): string {
  return identityOf(identity) + (identity.type === "address" ? ` ${hostMask}` : "");
}
