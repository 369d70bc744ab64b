import { pairwise } from "@/e2e/strongswan/pairwise";

/** What a connection can differ in. Those in the API's spelling are fields of it, and so are their values. */
type Factor =
  | (
      | "exchange"
      | "IkeEncAlg"
      | "IkeAuthAlg"
      | "IkePfs"
      | "IpsecEncAlg"
      | "IpsecAuthAlg"
      | "IpsecPfs"
    )
  | (
      | "LocalId"
      | "RemoteId"
      | "networks"
      | "tunnels"
      | "lifetimes"
      | "name"
      | "key"
      | "initiator"
      | "BGP"
    )
  | ("EffectImmediately" | "EnableDpd" | "EnableNatTraversal");

export type Changes = Partial<Record<Factor, string>>;

/** One value of each factor. */
export type Combination = (factor: Factor) => string;

const ENCRYPTIONS = ["3des", "aes", "aes192", "aes256"];
const INTEGRITIES = ["md5", "sha1", "sha256", "sha384", "sha512"];
const GROUPS = ["group1", "group2", "group5", "group14", "group24"];
/** Another address is one that the end itself does not have, as behind a NAT. */
const IDENTITIES = ["address", "FQDN", "none", "another address"];

/** Whatever stands in a name must stay a name, in the file's comments. */
const NAMES = [
  "branch office",
  'x"; } connections { other { version = 1 } } #',
  "first line\ninclude /etc/hostname\r\nsecrets { }",
  "$(touch /tmp/owned) `id` ${HOME} \\",
  "杭州办公室 🏢 REPLACE-PSK-1",
];

/** Without DES, SM3 and SM4, which are refused. */
const FACTORS: Record<Factor, string[]> = {
  exchange: ["ikev2", "ikev1 main", "ikev1 aggressive"],
  IkeEncAlg: ENCRYPTIONS,
  IkeAuthAlg: INTEGRITIES,
  IkePfs: GROUPS,
  IpsecEncAlg: ENCRYPTIONS,
  IpsecAuthAlg: INTEGRITIES,
  IpsecPfs: [...GROUPS, "disabled"],
  LocalId: IDENTITIES,
  RemoteId: IDENTITIES,
  networks: ["one", "several", "IPv6", "any"],
  tunnels: ["at a VPN gateway", "at a transit router", "pair to one device", "pair to two"],
  BGP: ["off", "on"],
  lifetimes: ["86400 86400", "28800 3600", "600 28800"],
  name: NAMES,
  key: ["letters", "marks"],
  initiator: ["peer", "Alibaba"],
  EffectImmediately: ["true", "false"],
  EnableDpd: ["true", "false"],
  EnableNatTraversal: ["true", "false"],
};

/** A sound connection, but for what is to be different. */
export function usual(changes: Changes = {}): Combination {
  const chosen = { ...USUAL, ...changes };
  return (factor) => chosen[factor];
}

const USUAL: Record<Factor, string> = {
  exchange: "ikev2",
  IkeEncAlg: "aes256",
  IkeAuthAlg: "sha256",
  IkePfs: "group14",
  IpsecEncAlg: "aes256",
  IpsecAuthAlg: "sha256",
  IpsecPfs: "group14",
  LocalId: "address",
  RemoteId: "address",
  networks: "one",
  tunnels: "at a VPN gateway",
  BGP: "off",
  lifetimes: "28800 3600",
  name: "branch office",
  key: "letters",
  initiator: "peer",
  EffectImmediately: "false",
  EnableDpd: "true",
  EnableNatTraversal: "true",
};

/** Combinations in which each value of each factor meets each value of each other one, where it can. */
export function combinations(): { title: string; of: Combination }[] {
  const options = Object.entries(FACTORS).map(([factor, values]) =>
    values.map((value): [string, string] => [factor, value]),
  );
  return pairwise(options, isPossible).map((row) => {
    const chosen = new Map(row);
    const title = row.map(([factor, value]) => (factor === "name" ? JSON.stringify(value) : value));
    return { title: title.join(", "), of: (factor) => chosen.get(factor) ?? "" };
  });
}

/**
 * The key is chosen before main mode tells an FQDN, and a quick mode has one pair of networks. A device behind a
 * NAT leaves the choice of its address to its routes, which know one only here.
 */
function isPossible(chosen: [string, string][]): boolean {
  const value = new Map(chosen);
  const exchange = value.get("exchange") ?? "ikev2";
  if (exchange !== "ikev2" && value.get("networks") === "several") return false;
  // BGP is refused for all others.
  if (value.get("BGP") === "on" && (value.get("networks") ?? "any") !== "any") return false;
  if (value.get("RemoteId") === "another address" && value.get("tunnels") === "pair to two")
    return false;
  const identities = [value.get("LocalId"), value.get("RemoteId")];
  return exchange !== "ikev1 main" || !identities.includes("FQDN");
}
