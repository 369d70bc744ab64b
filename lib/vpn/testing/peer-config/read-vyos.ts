import {
  EVERYTHING,
  keyOf,
  numberOf,
  only,
  pairsOf,
  type SeenBgp,
  type SeenTunnel,
} from "@/lib/vpn/testing/peer-config/seen";
import {
  following,
  namesAfter,
  readSetLines,
  valueAfter,
} from "@/lib/vpn/testing/peer-config/set-lines";

const ENCRYPTIONS = { "3des": "3des", aes: "aes128", aes192: "aes192", aes256: "aes256" };

export function readVyos(text: string): SeenTunnel[] {
  const lines = readSetLines(text, "'");
  return namesAfter(lines, "vpn ipsec site-to-site peer").map((name) => tunnelOf(lines, name));
}

function tunnelOf(lines: string[][], name: string): SeenTunnel {
  const peer = `vpn ipsec site-to-site peer ${name}`;
  const value = (path: string) => valueAfter(lines, `${peer} ${path}`) ?? "";
  const device = valueAfter(lines, `${peer} vti bind`);
  const routes = following(lines, "protocols static")
    .filter((words) => words[3] === device)
    .map(([table, network = "", , , , distance]) => {
      if (table !== (network.includes(":") ? "route6" : "route")) throw new Error("another table");
      return { network, distance };
    });
  const prefixes = (side: string) =>
    following(lines, `${peer} tunnel 1 ${side} prefix`).map(([prefix = ""]) => prefix);
  const [locals, remotes] = [prefixes("local"), prefixes("remote")];
  return {
    ...ikeOf(lines, value("ike-group")),
    ...espOf(lines, value("default-esp-group")),
    remoteAddress: value("remote-address"),
    psk: keyWith(lines, value("authentication local-id"), value("authentication remote-id")),
    localId: idOf(value("authentication local-id")),
    remoteId: idOf(value("authentication remote-id")),
    selectors: locals.length === 0 ? [`${EVERYTHING} ${EVERYTHING}`] : pairsOf(locals, remotes),
    routes: routes.map(({ network }) => network).toSorted(),
    distance: numberOf(routes[0]?.distance),
    bgp: device === undefined ? null : bgpOf(lines, device),
  };
}

/** The name of a key is free: the identities tell which it is. */
function keyWith(lines: string[][], ...identities: string[]): string {
  const keys = namesAfter(lines, "vpn ipsec authentication psk").filter((name) => {
    const ids = following(lines, `vpn ipsec authentication psk ${name} id`);
    return identities.every((identity) => ids.some(([id]) => id === identity));
  });
  return valueAfter(lines, `vpn ipsec authentication psk ${only(keys, "key")} secret`) ?? "";
}

function idOf(value: string): string {
  if (/^[\d.]+$/.test(value)) return `address ${value}`;
  return `${value.includes("@") ? "email" : "fqdn"} ${value}`;
}

function ikeOf(lines: string[][], name: string) {
  const value = (path: string) => valueAfter(lines, `vpn ipsec ike-group ${name} ${path}`);
  return {
    ikeVersion: value("key-exchange") ?? "",
    ikeMode: value("mode") ?? null,
    ike: [
      keyOf(ENCRYPTIONS, value("proposal 1 encryption") ?? ""),
      value("proposal 1 hash"),
      `group${value("proposal 1 dh-group")}`,
    ].join("-"),
    ikeLifetime: numberOf(value("lifetime")),
    dpd: value("dead-peer-detection action") === "restart",
  };
}

function espOf(lines: string[][], name: string) {
  const value = (path: string) => valueAfter(lines, `vpn ipsec esp-group ${name} ${path}`);
  return {
    ipsec: [
      keyOf(ENCRYPTIONS, value("proposal 1 encryption") ?? ""),
      value("proposal 1 hash"),
      value("pfs") === "disable" ? "disabled" : value("pfs")?.replace(/^dh-/, ""),
    ].join("-"),
    ipsecLifetime: numberOf(value("lifetime")),
  };
}

function bgpOf(lines: string[][], device: string): SeenBgp | null {
  const address = valueAfter(lines, `interfaces vti ${device} address`);
  if (address === undefined) return null;
  const [localAddress = "", length] = address.split("/");
  if (length !== "30") throw new Error(`length ${length}`);
  const network = localAddress.slice(0, localAddress.lastIndexOf("."));
  const remoteAddress = only(
    namesAfter(lines, "protocols bgp neighbor").filter((one) => one.startsWith(`${network}.`)),
    "neighbor",
  );
  const neighbor = `protocols bgp neighbor ${remoteAddress}`;
  const value = (path: string) => valueAfter(lines, `${neighbor} ${path}`);
  const map = value("address-family ipv4-unicast route-map import");
  const list = value("address-family ipv4-unicast prefix-list export");
  only(following(lines, `policy prefix-list ${list} rule`), "announced network");
  return {
    localAsn:
      value("local-as")?.split(" ")[0] ?? valueAfter(lines, "protocols bgp system-as") ?? "",
    remoteAsn: value("remote-as") ?? "",
    localAddress,
    remoteAddress,
    key: value("password") ?? null,
    localPreference: Number(
      valueAfter(lines, `policy route-map ${map} rule 10 set local-preference`),
    ),
  };
}
