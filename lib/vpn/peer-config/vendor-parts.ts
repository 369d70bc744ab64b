import { holds, isEverything, type Subnet } from "@/lib/vpn/peer-config/addresses";
import { connectionNumber } from "@/lib/vpn/peer-config/connection-number";
import type { PeerBgp, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Note, Placeholder } from "@/lib/vpn/peer-config/said";
import { placeholderSubnet, subnetPlaceholders } from "@/lib/vpn/peer-config/placeholder-subnet";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/** What several vendors' configurations have in common. */

export const OUTSIDE_INTERFACE = "REPLACE-OUTSIDE-INTERFACE";
export const INSIDE_INTERFACE = "REPLACE-INSIDE-INTERFACE";

const ROUTED = placeholderSubnet("ROUTED", false);
const ROUTED_IPV6 = placeholderSubnet("ROUTED-IPV6", true);
const ANNOUNCED = placeholderSubnet("ANNOUNCED", false);

/** Those that a vendor's files do not use are left out by who asks for the configuration. */
export const OF_DEVICE: Placeholder[] = [
  { name: OUTSIDE_INTERFACE, meaning: "outsideInterface", values: {} },
  { name: INSIDE_INTERFACE, meaning: "insideInterface", values: {} },
  ...subnetPlaceholders(ROUTED, "routedSubnet"),
  ...subnetPlaceholders(ROUTED_IPV6, "routedIpv6Subnet"),
  ...subnetPlaceholders(ANNOUNCED, "announcedSubnet"),
];

/** With IPsec's own headers a packet of 1,500 bytes still passes. */
export const TUNNEL_MTU = 1400;
export const TUNNEL_MSS = 1350;

/** From one question to the next once an answer is missing: of IOS XE and Comware, which fix their number. */
export const DPD_RETRY_SECONDS = 3;

/**
 * Of interfaces and proposals, from 1,001 to 10,000, which is the highest policy of ISAKMP on IOS XE. Two for
 * each connection, the first of them odd.
 */
export function numberOf({ objectName }: PeerModel, { number }: PeerTunnel): number {
  return 1000 + connectionNumber(objectName, 4500) * 2 + number;
}

/** For a note: those of all tunnels. */
export function numbersOf(model: PeerModel): string {
  return model.tunnels.map((tunnel) => numberOf(model, tunnel)).join(", ");
}

/** Objects of a tunnel carry its number, in a pair or not. */
export function nameOf({ objectName }: PeerModel, { number }: PeerTunnel): string {
  return `${objectName}-${number}`;
}

/** What is to be reached through the tunnels, and is not to swallow their own packets. */
export function routedSubnets({ remoteSubnets, tunnels }: PeerModel): Subnet[] {
  const routed = remoteSubnets.map((subnet) => {
    if (!swallowsTunnel(subnet, tunnels)) return subnet;
    return subnet.isIpv6 ? ROUTED_IPV6 : ROUTED;
  });
  return [...new Set(routed)];
}

/** A route to Alibaba's own public address, and so a default route, leads the tunnel's packets into the tunnel. */
export function swallowsTunnel(subnet: Subnet, tunnels: PeerTunnel[]): boolean {
  return isEverything(subnet) || tunnels.some(({ remote }) => holds(subnet, remote.address));
}

/** What Alibaba learns over BGP; never the default route, which would draw the VPC's traffic to this device. */
export function announcedSubnets({ localSubnets }: PeerModel): Subnet[] {
  return localSubnets
    .filter(({ isIpv6 }) => !isIpv6)
    .map((subnet) => (isEverything(subnet) ? ANNOUNCED : subnet));
}

/** Each network of the device with each of Alibaba's, of the same version of IP. */
export function subnetPairs({
  localSubnets,
  remoteSubnets,
}: PeerModel): { local: Subnet; remote: Subnet }[] {
  return localSubnets.flatMap((local) =>
    remoteSubnets
      .filter((remote) => remote.isIpv6 === local.isIpv6)
      .map((remote) => ({ local, remote })),
  );
}

export type Session = { tunnel: PeerTunnel; bgp: PeerBgp };

export function sessionsOf({ tunnels }: PeerModel): Session[] {
  return tunnels.flatMap((tunnel) => (tunnel.bgp === null ? [] : [{ tunnel, bgp: tunnel.bgp }]));
}

/** The AS number where it is not that of the first session, which the device's BGP process has. */
export function otherLocalAsn(model: PeerModel, { bgp }: Session): string | null {
  const [first] = sessionsOf(model);
  return first === undefined || first.bgp.localAsn === bgp.localAsn ? null : bgp.localAsn;
}

/** The highest is preferred (RFC 4271, section 9.1.2). */
export const localPreferenceOf = ({ rank }: PeerTunnel): number => 300 - rank * 100;

/** Command lines that strip the eighth bit would find control characters in other letters. */
export function asciiComments(mark: string, lines: string[]): string[] {
  return lines.map((line) => `${mark} ${line.replace(/[^ -~]/gu, "_")}`);
}

/** A mode of a command line: its own commands, indented by one, and the word that leaves it. */
export function mode(enter: string, leave: string, ...parts: (Lines | string | null)[]): string[] {
  const inner = parts.flat().filter((line) => line !== null);
  return [enter, ...inner.map((line) => ` ${line}`), ` ${leave}`];
}

/** Blocks of lines, each after a line of its own; those without lines are left out. */
export function sections(separator: string, ...blocks: Lines[]): Lines {
  return blocks.flatMap((lines) => (lines.length === 0 ? [] : [separator].concat(written(lines))));
}

function written(lines: Lines): string[] {
  return lines.filter((line) => line !== null);
}

/** `set PATH …` for each of what follows the path. */
export function setLines(path: string, ...parts: (Lines | string | null)[]): string[] {
  return parts
    .flat()
    .filter((part) => part !== null)
    .map((part) => `set ${path} ${part}`);
}

/** Seconds that a vendor accepts. */
export type Range = { min: number; max: number };

type Lifetimes = { ike: Range; ipsec: Range };

/** The nearest lifetime that the vendor accepts; null where the API tells none. */
export function lifetimeIn(seconds: number | null, { min, max }: Range): number | null {
  return seconds === null ? null : Math.min(max, Math.max(min, seconds));
}

/** Each lifetime in whose place another one is written. */
export function lifetimeNotes(
  { tunnels }: PeerModel,
  rangesOf: (tunnel: PeerTunnel) => Lifetimes,
): Note[] {
  return tunnels.flatMap((tunnel) => {
    const ranges = rangesOf(tunnel);
    const phases: [number, number | null, Range][] = [
      [1, tunnel.ike.lifetimeSeconds, ranges.ike],
      [2, tunnel.ipsec.lifetimeSeconds, ranges.ipsec],
    ];
    return phases.flatMap(([phase, seconds, range]): Note[] => {
      const written = lifetimeIn(seconds, range);
      if (seconds === null || written === null || written === seconds) return [];
      const values = { tunnel: tunnel.number, phase, seconds, written, ...range };
      return [{ note: "lifetimeLimited", values }];
    });
  });
}
