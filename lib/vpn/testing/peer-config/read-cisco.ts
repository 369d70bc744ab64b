import { ciscoBgp } from "@/lib/vpn/testing/peer-config/read-cisco-bgp";
import { after, inside, type Mode, readModes } from "@/lib/vpn/testing/peer-config/modes";
import {
  cidrOf,
  EVERYTHING,
  keyOf,
  numberOf,
  only,
  type SeenTunnel,
} from "@/lib/vpn/testing/peer-config/seen";

const IKEV2 = {
  des: "des",
  "3des": "3des",
  aes: "aes-cbc-128",
  aes192: "aes-cbc-192",
  aes256: "aes-cbc-256",
};
const ISAKMP = { des: "des", "3des": "3des", aes: "aes", aes192: "aes 192", aes256: "aes 256" };
const HASH = { md5: "md5", sha1: "sha", sha256: "sha256", sha384: "sha384", sha512: "sha512" };
const TRANSFORMS = {
  des: "esp-des",
  "3des": "esp-3des",
  aes: "esp-aes",
  aes192: "esp-aes 192",
  aes256: "esp-aes 256",
};
const HMACS = {
  md5: "esp-md5-hmac",
  sha1: "esp-sha-hmac",
  sha256: "esp-sha256-hmac",
  sha384: "esp-sha384-hmac",
  sha512: "esp-sha512-hmac",
};

export function readCisco(text: string): SeenTunnel[] {
  const all = readModes(text, "!", ["exit", "exit-address-family"]);
  const maps = all.filter(({ line }) => /^crypto map \S+ \d+ ipsec-isakmp$/.test(line));
  if (maps.length > 0) {
    const outside = inside(all, "interface REPLACE-OUTSIDE-INTERFACE");
    const applied = only(after(outside, "crypto map"), "crypto map on the interface");
    if (!maps.every(({ line }) => line.split(" ")[2] === applied)) throw new Error("another map");
    return maps.map(({ inner }) => byPolicy(all, inner));
  }
  return all
    .filter(({ line }) => line.startsWith("interface Tunnel"))
    .map((mode) => byInterface(all, mode));
}

function byPolicy(all: Mode[], inner: Mode[]): SeenTunnel {
  return {
    ...protection(all, inner),
    remoteAddress: only(after(inner, "set peer"), "address"),
    selectors: selectorsOf(all, only(after(inner, "match address"), "list")),
    routes: [],
    distance: null,
    bgp: null,
  };
}

function byInterface(all: Mode[], { line, inner }: Mode): SeenTunnel {
  const profile = only(after(inner, "tunnel protection ipsec profile"), "profile");
  const [list] = after(inner, "tunnel protection ipsec policy ipv4");
  const name = line.slice("interface ".length);
  const routes = after(all, "ip route")
    .map((route) => route.split(" "))
    .filter((words) => words[2] === name);
  only(after(inner, "tunnel mode ipsec ipv4"), "tunnel mode");
  only(after(inner, "tunnel source"), "source");
  return {
    ...protection(all, inside(all, `crypto ipsec profile ${profile}`)),
    remoteAddress: only(after(inner, "tunnel destination"), "destination"),
    selectors: list === undefined ? [`${EVERYTHING} ${EVERYTHING}`] : selectorsOf(all, list),
    routes: routes.map(([network = "", mask = ""]) => cidrOf(network, mask)).toSorted(),
    distance: numberOf(routes[0]?.[3]),
    bgp: ciscoBgp(all, inner),
  };
}

function selectorsOf(all: Mode[], list: string): string[] {
  return after(inside(all, `ip access-list extended ${list}`), "permit ip")
    .map((rule) => rule.split(" "))
    .map(([local = "", localWildcard = "", remote = "", remoteWildcard = ""]) =>
      [cidrOf(local, localWildcard, true), cidrOf(remote, remoteWildcard, true)].join(" "),
    )
    .toSorted();
}

type Protection = Omit<SeenTunnel, "remoteAddress" | "selectors" | "routes" | "distance" | "bgp">;

/** Of a crypto map or of an IPsec profile. */
function protection(all: Mode[], inner: Mode[]): Protection {
  const set = only(after(inner, "set transform-set"), "transform set");
  const transforms = only(after(all, `crypto ipsec transform-set ${set}`), "transform set");
  const [encryption = "", hmac = ""] = transforms.split(/ (?=esp-\S+-hmac)/);
  const [pfs = "disabled"] = after(inner, "set pfs");
  const [ikev2] = after(inner, "set ikev2-profile");
  const [isakmp] = after(inner, "set isakmp-profile");
  const [lifetime] = after(inner, "set security-association lifetime seconds");
  return {
    ...(ikev2 === undefined ? isakmpOf(all, isakmp ?? "") : ikev2Of(all, ikev2)),
    ipsec: [keyOf(TRANSFORMS, encryption), keyOf(HMACS, hmac), pfs].join("-"),
    ipsecLifetime: numberOf(lifetime),
  };
}

type Ike = Omit<Protection, "ipsec" | "ipsecLifetime">;

function ikev2Of(all: Mode[], name: string): Ike {
  const profile = inside(all, `crypto ikev2 profile ${name}`);
  const keyring = inside(
    all,
    `crypto ikev2 keyring ${only(after(profile, "keyring local"), "keyring")}`,
  );
  const [peer] = keyring;
  const policies = all.filter(({ line }) => line.startsWith("crypto ikev2 policy "));
  const proposals = after(
    policies.flatMap(({ inner }) => inner),
    "proposal",
  );
  if (policies.length !== 1 || !proposals.includes(name)) throw new Error("not in the policy");
  const proposal = inside(all, `crypto ikev2 proposal ${name}`);
  const integrity = only(after(proposal, "integrity"), "integrity");
  if (only(after(proposal, "prf"), "prf") !== integrity) throw new Error("another PRF");
  only(after(profile, "authentication remote pre-share"), "authentication");
  only(after(profile, "authentication local pre-share"), "authentication");
  return {
    ikeVersion: "ikev2",
    ikeMode: null,
    ike: [
      keyOf(IKEV2, only(after(proposal, "encryption"), "encryption")),
      integrity,
      `group${only(after(proposal, "group"), "group")}`,
    ].join("-"),
    ikeLifetime: numberOf(after(profile, "lifetime")[0]),
    psk: only(after(peer?.inner ?? [], "pre-shared-key"), "key"),
    localId: only(after(profile, "identity local"), "identity"),
    remoteId: withoutMask(only(after(profile, "match identity remote"), "identity")),
    dpd: after(profile, "dpd").length > 0,
  };
}

const ISAKMP_IDS: Record<string, string> = { host: "fqdn", "user-fqdn": "email" };

function isakmpId(text: string): string {
  const [type = "", ...rest] = withoutMask(text).split(" ");
  return [ISAKMP_IDS[type] ?? type, ...rest].join(" ");
}

const withoutMask = (identity: string) => identity.replace(/ 255\.255\.255\.255$/, "");

function isakmpOf(all: Mode[], name: string): Ike {
  const profile = inside(all, `crypto isakmp profile ${name}`);
  const keyring = inside(all, `crypto keyring ${only(after(profile, "keyring"), "keyring")}`);
  const number = 100 + Number(name.slice(name.lastIndexOf("-") + 1));
  const policy = inside(all, `crypto isakmp policy ${number}`);
  const [, key = ""] = only(after(keyring, "pre-shared-key address"), "key").split(" key ");
  return {
    ikeVersion: "ikev1",
    ikeMode: after(profile, "initiate mode aggressive").length > 0 ? "aggressive" : "main",
    ike: [
      keyOf(ISAKMP, only(after(policy, "encryption"), "encryption")),
      keyOf(HASH, only(after(policy, "hash"), "hash")),
      `group${only(after(policy, "group"), "group")}`,
    ].join("-"),
    ikeLifetime: numberOf(after(policy, "lifetime")[0]),
    psk: key,
    localId: isakmpId(only(after(profile, "self-identity"), "identity")),
    remoteId: isakmpId(only(after(profile, "match identity"), "identity")),
    dpd: after(profile, "keepalive").length > 0,
  };
}
