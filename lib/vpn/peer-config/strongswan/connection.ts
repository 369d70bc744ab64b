import type { DhGroup, Encryption } from "@/lib/vpn/peer-config/algorithms";
import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import {
  interfaceIdOf,
  interfaceOf,
  metricOf,
  routedSubnetsOf,
  routesPath,
} from "@/lib/vpn/peer-config/strongswan/interfaces";
import { LIFETIMES } from "@/lib/vpn/peer-config/strongswan/lifetimes";
import { lifetimeIn } from "@/lib/vpn/peer-config/vendor-parts";
import { block, type Lines } from "@/lib/vpn/peer-config/text-blocks";

/** Keywords of https://docs.strongswan.org/docs/latest/config/proposals.html; plain DES has none. */
const ENCRYPTION: Record<Encryption, string> = {
  des: "des",
  "3des": "3des",
  aes: "aes128",
  aes192: "aes192",
  aes256: "aes256",
};

const GROUP: Record<DhGroup, string> = {
  group1: "modp768",
  group2: "modp1024",
  group5: "modp1536",
  group14: "modp2048",
  group24: "modp2048s256",
};

/** strongSwan ends an SA at a tenth more than the time at which it begins to renew it. */
const OVER_TIME = 1.1;

/** The connection and its child have the same name, which tells the tunnels of a pair apart. */
function connectionName(model: PeerModel, { number }: PeerTunnel): string {
  return model.tunnels.length === 1 ? model.objectName : `${model.objectName}-${number}`;
}

/** An option that belongs to the child makes newer versions refuse the connection where it stands outside of it. */
export function connectionBlock(model: PeerModel, tunnel: PeerTunnel): string[] {
  const { local, remote, ike, dpd } = tunnel;
  const name = connectionName(model, tunnel);
  const { encryption, integrity, group } = ike;
  return block(
    name,
    `version = ${ike.version}`,
    ike.isAggressive ? "aggressive = yes" : null,
    // Else a tunnel of a pair could move to the addresses of the other one.
    ike.version === 2 ? "mobike = no" : null,
    // Else INITIAL_CONTACT of one tunnel ends the other where both have the same identities (RFC 7296, 2.4).
    model.tunnels.length > 1 ? "unique = never" : null,
    `local_addrs = ${local.isBehindNat ? "%any" : local.address}`,
    `remote_addrs = ${remote.address}`,
    `proposals = ${ENCRYPTION[encryption]}-${integrity}-${GROUP[group]}`,
    renewal(lifetimeIn(ike.lifetimeSeconds, LIFETIMES.ike)),
    "keyingtries = 0",
    dpd && `dpd_delay = ${dpd.delaySeconds}s`,
    dpd && ike.version === 1 ? `dpd_timeout = ${dpd.delaySeconds * dpd.retries}s` : null,
    block("local", "auth = psk", `id = ${local.identity.value}`),
    block("remote", "auth = psk", `id = ${remote.identity.value}`),
    block("children", block(name, childLines(model, tunnel))),
  );
}

function childLines(model: PeerModel, tunnel: PeerTunnel): Lines {
  const { ipsec, ike, dpd, bgp } = tunnel;
  const isRouted = model.routing === "route";
  const { encryption, integrity, pfs } = ipsec;
  const lifetimeSeconds = lifetimeIn(ipsec.lifetimeSeconds, LIFETIMES.ipsec);
  const proposal = [ENCRYPTION[encryption], integrity, ...(pfs === null ? [] : [GROUP[pfs]])];
  // A standby tunnel has to be up before it is needed, and a session of BGP brings no tunnel up.
  const startsAtOnce = model.isImmediate || isRouted;
  const routes = [
    routesPath(model),
    interfaceOf(model, tunnel),
    metricOf(tunnel),
    ...routedSubnetsOf(model),
  ];
  return [
    `local_ts = ${cidrs(model.localSubnets)}`,
    `remote_ts = ${cidrs(model.remoteSubnets)}`,
    `esp_proposals = ${proposal.join("-")}`,
    renewal(lifetimeSeconds),
    lifetimeSeconds === null ? null : `life_time = ${lifetimeSeconds}s`,
    isRouted ? `if_id_in = ${interfaceIdOf(model, tunnel)}` : null,
    isRouted ? `if_id_out = ${interfaceIdOf(model, tunnel)}` : null,
    isRouted && bgp === null ? `updown = ${routes.join(" ")}` : null,
    `start_action = ${startsAtOnce ? "start" : "trap"}`,
    startsAtOnce && ike.version === 2 ? "close_action = start" : null,
    dpd && `dpd_action = ${startsAtOnce ? "restart" : "trap"}`,
  ];
}

const cidrs = (subnets: PeerModel["localSubnets"]) => subnets.map(({ cidr }) => cidr).join(", ");

function renewal(lifetimeSeconds: number | null): string | null {
  return lifetimeSeconds === null
    ? null
    : `rekey_time = ${Math.floor(lifetimeSeconds / OVER_TIME)}s`;
}

export function secretBlock(model: PeerModel, tunnel: PeerTunnel): string[] {
  return block(
    `ike-${connectionName(model, tunnel)}`,
    `id-local = ${tunnel.local.identity.value}`,
    `id-remote = ${tunnel.remote.identity.value}`,
    `secret = "${tunnel.psk}"`,
  );
}
