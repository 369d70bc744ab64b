import { after, inside, type Mode } from "@/lib/vpn/testing/peer-config/modes";
import { only, type SeenBgp } from "@/lib/vpn/testing/peer-config/seen";

/** The session through a tunnel interface: its neighbour is in the interface's network. */
export function ciscoBgp(all: Mode[], ofInterface: Mode[]): SeenBgp | null {
  const [address] = after(ofInterface, "ip address");
  if (address === undefined) return null;
  const [localAddress = "", mask] = address.split(" ");
  if (mask !== "255.255.255.252") throw new Error(`mask ${mask}`);
  const process = only(
    all.filter(({ line }) => line.startsWith("router bgp ")),
    "BGP",
  );
  const network = localAddress.slice(0, localAddress.lastIndexOf("."));
  const neighbors = after(process.inner, "neighbor").map((line) => line.split(" "));
  const of = neighbors.filter(([remote = ""]) => remote.startsWith(`${network}.`));
  const [remoteAddress = "", , remoteAsn = ""] = only(of, "neighbour");
  const word = (name: string) => of.find((words) => words[1] === name)?.[2] ?? null;
  const family = after(inside(process.inner, "address-family ipv4"), `neighbor ${remoteAddress}`);
  only(
    family.filter((line) => line === "activate"),
    "activated neighbour",
  );
  const maps = family.map((line) => line.split(" ")).filter(([name]) => name === "route-map");
  const mapOf = (way: string) => maps.find(([, , direction]) => direction === way)?.[1] ?? "";
  const preferences = after(
    inside(all, `route-map ${mapOf("in")} permit 10`),
    "set local-preference",
  );
  const lists = after(
    inside(all, `route-map ${mapOf("out")} permit 10`),
    "match ip address prefix-list",
  );
  only(after(all, `ip prefix-list ${only(lists, "list")} permit`), "announced network");
  return {
    localAsn: word("local-as") ?? process.line.slice("router bgp ".length),
    remoteAsn,
    localAddress,
    remoteAddress,
    key: word("password"),
    localPreference: Number(only(preferences, "preference")),
  };
}
