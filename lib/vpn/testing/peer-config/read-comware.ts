import { after, inside, type Mode, readModes } from "@/lib/vpn/testing/peer-config/modes";
import { comwareBgp } from "@/lib/vpn/testing/peer-config/read-comware-bgp";
import {
  cidrOf,
  EVERYTHING,
  keyOf,
  numberOf,
  only,
  type SeenTunnel,
} from "@/lib/vpn/testing/peer-config/seen";

const ENCRYPTIONS = {
  des: "des-cbc",
  "3des": "3des-cbc",
  aes: "aes-cbc-128",
  aes192: "aes-cbc-192",
  aes256: "aes-cbc-256",
};
const HASHES = { md5: "md5", sha1: "sha", sha256: "sha256", sha384: "sha384", sha512: "sha512" };

export function readComware(text: string): SeenTunnel[] {
  const all = readModes(text, "#", ["quit"]);
  const policies = all.filter(({ line }) => /^ipsec policy \S+ \d+ isakmp$/.test(line));
  if (policies.length > 0) {
    const outside = inside(all, "interface REPLACE-OUTSIDE-INTERFACE");
    const applied = only(after(outside, "ipsec apply policy"), "policy on the interface");
    if (!policies.every(({ line }) => line.split(" ")[2] === applied))
      throw new Error("not applied");
    return policies.map(({ inner }) => byPolicy(all, inner));
  }
  return all
    .filter(({ line }) => /^interface Tunnel\d+ mode ipsec$/.test(line))
    .map((mode) => byInterface(all, mode));
}

function byPolicy(all: Mode[], inner: Mode[]): SeenTunnel {
  return {
    ...protection(all, inner),
    remoteAddress: only(after(inner, "remote-address"), "address"),
    selectors: selectorsOf(all, only(after(inner, "security acl name"), "list")),
    routes: [],
    distance: null,
    bgp: null,
  };
}

function byInterface(all: Mode[], { line, inner }: Mode): SeenTunnel {
  const profile = only(after(inner, "tunnel protection ipsec profile"), "profile");
  const [, name = ""] = line.split(" ");
  const routes = after(all, "ip route-static")
    .map((route) => route.split(" "))
    .filter((words) => words[2] === name && words[3] === "preference");
  only(after(inner, "source"), "source");
  return {
    ...protection(all, inside(all, `ipsec profile ${profile} isakmp`)),
    remoteAddress: only(after(inner, "destination"), "destination"),
    selectors: [`${EVERYTHING} ${EVERYTHING}`],
    routes: routes.map(([network = "", mask = ""]) => cidrOf(network, mask)).toSorted(),
    distance: numberOf(routes[0]?.[4]),
    bgp: comwareBgp(all, inner),
  };
}

function selectorsOf(all: Mode[], acl: string): string[] {
  return after(inside(all, `acl advanced name ${acl}`), "rule")
    .map((rule) => {
      const words = /^\d+ permit ip source (\S+) (\S+) destination (\S+) (\S+)$/.exec(rule);
      const [, local = "", localWildcard = "", remote = "", remoteWildcard = ""] = words ?? [];
      return [cidrOf(local, localWildcard, true), cidrOf(remote, remoteWildcard, true)].join(" ");
    })
    .toSorted();
}

type Protection = Omit<SeenTunnel, "remoteAddress" | "selectors" | "routes" | "distance" | "bgp">;

function protection(all: Mode[], inner: Mode[]): Protection {
  const set = inside(all, `ipsec transform-set ${only(after(inner, "transform-set"), "set")}`);
  only(after(set, "protocol esp"), "ESP");
  const [ikev2] = after(inner, "ikev2-profile");
  const [ike] = after(inner, "ike-profile");
  const [pfs] = after(set, "pfs");
  return {
    ...(ikev2 === undefined ? ikev1Of(all, ike ?? "") : ikev2Of(all, ikev2)),
    ipsec: [
      keyOf(ENCRYPTIONS, only(after(set, "esp encryption-algorithm"), "encryption")),
      only(after(set, "esp authentication-algorithm"), "integrity"),
      pfs?.replace(/^dh-/, "") ?? "disabled",
    ].join("-"),
    ipsecLifetime: numberOf(after(inner, "sa duration time-based")[0]),
  };
}

type Ike = Omit<Protection, "ipsec" | "ipsecLifetime">;

function ikev2Of(all: Mode[], name: string): Ike {
  const profile = inside(all, `ikev2 profile ${name}`);
  const keychain = inside(all, `ikev2 keychain ${only(after(profile, "keychain"), "keychain")}`);
  const peer = only(keychain, "peer").inner;
  const policies = all.filter(({ line }) => line.startsWith("ikev2 policy "));
  const proposals = after(only(policies, "policy").inner, "proposal");
  if (!proposals.includes(name)) throw new Error("not in the policy");
  const proposal = inside(all, `ikev2 proposal ${name}`);
  const integrity = only(after(proposal, "integrity"), "integrity");
  if (only(after(proposal, "prf"), "prf") !== integrity) throw new Error("another PRF");
  only(after(profile, "authentication-method local pre-share"), "authentication");
  only(after(profile, "authentication-method remote pre-share"), "authentication");
  return {
    ikeVersion: "ikev2",
    ikeMode: null,
    ike: [
      keyOf(ENCRYPTIONS, only(after(proposal, "encryption"), "encryption")),
      integrity,
      only(after(proposal, "dh"), "group"),
    ].join("-"),
    ikeLifetime: numberOf(after(profile, "sa duration")[0]),
    psk: only(after(peer, "pre-shared-key plaintext"), "key"),
    localId: idOf(only(after(profile, "identity local"), "identity")),
    remoteId: idOf(only(after(profile, "match remote identity"), "identity")),
    dpd: after(profile, "dpd").length > 0,
  };
}

function ikev1Of(all: Mode[], name: string): Ike {
  const profile = inside(all, `ike profile ${name}`);
  const keychain = inside(all, `ike keychain ${only(after(profile, "keychain"), "keychain")}`);
  const proposal = inside(all, `ike proposal ${only(after(profile, "proposal"), "proposal")}`);
  const [, key = ""] = only(after(keychain, "pre-shared-key address"), "key").split(" key simple ");
  only(after(proposal, "authentication-method pre-share"), "authentication");
  return {
    ikeVersion: "ikev1",
    ikeMode: only(after(profile, "exchange-mode"), "mode"),
    ike: [
      keyOf(ENCRYPTIONS, only(after(proposal, "encryption-algorithm"), "encryption")),
      keyOf(HASHES, only(after(proposal, "authentication-algorithm"), "hash")),
      only(after(proposal, "dh"), "group"),
    ].join("-"),
    ikeLifetime: numberOf(after(proposal, "sa duration")[0]),
    psk: key,
    localId: idOf(only(after(profile, "local-identity"), "identity")),
    remoteId: idOf(only(after(profile, "match remote identity"), "identity")),
    dpd: after(profile, "dpd").length > 0,
  };
}

const idOf = (text: string) =>
  text.replace(/^user-fqdn /, "email ").replace(/ (255\.255\.255\.255|32)$/, "");
