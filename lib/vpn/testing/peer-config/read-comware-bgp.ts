import { after, inside, type Mode } from "@/lib/vpn/testing/peer-config/modes";
import { only, type SeenBgp } from "@/lib/vpn/testing/peer-config/seen";

/** The session through a tunnel interface: its peer is in the interface's network. */
export function comwareBgp(all: Mode[], ofInterface: Mode[]): SeenBgp | null {
  const [address = ""] = after(ofInterface, "ip address");
  if (address.startsWith("unnumbered ")) return null;
  const [localAddress = ""] = address.split(" ");
  const process = only(
    all.filter(({ line }) => line.startsWith("bgp ")),
    "BGP",
  );
  const network = localAddress.slice(0, localAddress.lastIndexOf("."));
  const peers = after(process.inner, "peer").map((line) => line.split(" "));
  const of = peers.filter(([remote = ""]) => remote.startsWith(`${network}.`));
  const [remoteAddress = "", , remoteAsn = ""] = only(of, "peer");
  const family = after(
    inside(process.inner, "address-family ipv4 unicast"),
    `peer ${remoteAddress}`,
  );
  only(
    family.filter((line) => line === "enable"),
    "enabled peer",
  );
  const wordsOf = (name: string) =>
    family.map((line) => line.split(" ")).filter((words) => words[0] === name);
  const [, policy = ""] = only(wordsOf("route-policy"), "policy");
  const [, list = ""] = only(wordsOf("prefix-list"), "list");
  only(after(all, `ip prefix-list ${list} permit`), "announced network");
  const applied = after(
    inside(all, `route-policy ${policy} permit node 10`),
    "apply local-preference",
  );
  return {
    localAsn: of.find((words) => words[1] === "fake-as")?.[2] ?? process.line.slice("bgp ".length),
    remoteAsn,
    localAddress,
    remoteAddress,
    key: of.find((words) => words[1] === "password")?.[3] ?? null,
    localPreference: Number(only(applied, "preference")),
  };
}
