import {
  readTables,
  type Table,
  tableOf,
  valueOf,
} from "@/lib/vpn/testing/peer-config/fortigate-table";
import {
  cidrOf,
  keyOf,
  numberOf,
  only,
  pairsOf,
  type SeenBgp,
  type SeenTunnel,
} from "@/lib/vpn/testing/peer-config/seen";

const ENCRYPTIONS = {
  des: "des",
  "3des": "3des",
  aes: "aes128",
  aes192: "aes192",
  aes256: "aes256",
};
const ID_TYPES = { address: "address", fqdn: "fqdn", email: "user-fqdn" };

export function readFortigate(text: string): SeenTunnel[] {
  const all = readTables(text);
  const tunnels = tableOf(all, "vpn ipsec phase1-interface")?.inner ?? [];
  return tunnels.map((phase1) => tunnelOf(all, phase1));
}

function tunnelOf(all: Table, phase1: Table): SeenTunnel {
  const phases2 = (tableOf(all, "vpn ipsec phase2-interface")?.inner ?? []).filter(
    (one) => valueOf(one, "phase1name") === phase1.name,
  );
  const routes = ["router static", "router static6"]
    .flatMap((name) => tableOf(all, name)?.inner ?? [])
    .filter((one) => valueOf(one, "device") === phase1.name);
  return {
    ...phase1Of(phase1),
    ...phase2Of(only(phases2, "phase 2")),
    selectors: phases2.flatMap((phase2) => selectorsOf(all, phase2)).toSorted(),
    routes: routes.map((one) => subnetText(valueOf(one, "dst"))).toSorted(),
    distance: numberOf(valueOf(routes[0], "distance")),
    bgp: bgpOf(all, phase1.name),
  };
}

function phase1Of(table: Table) {
  const value = (name: string) => valueOf(table, name);
  const [encryption = "", integrity = ""] = (value("proposal") ?? "").split("-");
  const peerId = value("peertype") === "one" ? (value("peerid") ?? null) : null;
  if (value("type") !== "static" || value("authmethod") !== "psk") throw new Error("another type");
  return {
    remoteAddress: value("remote-gw") ?? "",
    ikeVersion: `ikev${value("ike-version")}`,
    ikeMode: value("mode") ?? null,
    ike: [keyOf(ENCRYPTIONS, encryption), integrity, `group${value("dhgrp")}`].join("-"),
    ikeLifetime: numberOf(value("keylife")),
    psk: value("psksecret") ?? "",
    localId: `${keyOf(ID_TYPES, value("localid-type") ?? "")} ${value("localid")}`,
    remoteId: peerId,
    dpd: value("dpd") === "on-idle",
  };
}

function phase2Of(table: Table) {
  const value = (name: string) => valueOf(table, name);
  const [encryption = "", integrity = ""] = (value("proposal") ?? "").split("-");
  const group = value("pfs") === "enable" ? `group${value("dhgrp")}` : "disabled";
  return {
    ipsec: [keyOf(ENCRYPTIONS, encryption), integrity, group].join("-"),
    ipsecLifetime: numberOf(value("keylifeseconds")),
  };
}

function selectorsOf(all: Table, phase2: Table): string[] {
  const side = (name: string) => {
    const type = valueOf(phase2, `${name}-addr-type`) ?? "";
    const version = type.endsWith("6") ? "6" : "";
    if (type.startsWith("subnet")) return [subnetText(valueOf(phase2, `${name}-subnet${version}`))];
    return membersOf(all, version, valueOf(phase2, `${name}-name${version}`) ?? "");
  };
  return pairsOf(side("src"), side("dst"));
}

function membersOf(all: Table, version: string, group: string): string[] {
  const entry = tableOf(tableOf(all, `firewall addrgrp${version}`) ?? all, group);
  const addresses = tableOf(all, `firewall address${version}`) ?? all;
  return (entry?.settings.get("member") ?? []).map((name) => {
    const address = tableOf(addresses, name);
    return subnetText(valueOf(address, "subnet") ?? valueOf(address, "ip6"));
  });
}

function subnetText(value: string | undefined): string {
  const [network = "", mask] = (value ?? "").split(" ");
  return mask === undefined ? network : cidrOf(network, mask);
}

function bgpOf(all: Table, name: string): SeenBgp | null {
  const ofInterface = tableOf(tableOf(all, "system interface") ?? all, name);
  if (ofInterface === undefined) return null;
  const [localAddress = ""] = ofInterface.settings.get("ip") ?? [];
  const [remoteAddress = ""] = ofInterface.settings.get("remote-ip") ?? [];
  const process = tableOf(all, "router bgp") ?? all;
  const neighbor = tableOf(tableOf(process, "neighbor") ?? all, remoteAddress);
  const map = tableOf(
    tableOf(all, "router route-map") ?? all,
    valueOf(neighbor, "route-map-in") ?? "",
  );
  const list = tableOf(
    tableOf(all, "router prefix-list") ?? all,
    valueOf(neighbor, "prefix-list-out") ?? "",
  );
  only(list?.inner ?? [], "rules of what is announced");
  const rule = tableOf(only(map?.inner ?? [], "rules"), "1");
  return {
    localAsn: valueOf(neighbor, "local-as") ?? valueOf(process, "as") ?? "",
    remoteAsn: valueOf(neighbor, "remote-as") ?? "",
    localAddress,
    remoteAddress,
    key: valueOf(neighbor, "password") ?? null,
    localPreference: Number(valueOf(rule, "set-local-preference")),
  };
}
