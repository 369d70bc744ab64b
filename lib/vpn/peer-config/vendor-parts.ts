import type { Subnet } from "@/lib/vpn/peer-config/addresses";
import { connectionNumber } from "@/lib/vpn/peer-config/connection-number";
import type { PeerBgp, PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import type { Note, Placeholder } from "@/lib/vpn/peer-config/said";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";

/** What several vendors' configurations have in common. */

export const OUTSIDE_INTERFACE = "REPLACE-OUTSIDE-INTERFACE";
export const INSIDE_INTERFACE = "REPLACE-INSIDE-INTERFACE";

const ROUTED = placeholderSubnet("ROUTED");
const ANNOUNCED = placeholderSubnet("ANNOUNCED");

/** Those that a vendor's files do not use are left out by who asks for the configuration. */
export const OF_DEVICE: Placeholder[] = [
  { name: OUTSIDE_INTERFACE, meaning: "outsideInterface", values: {} },
  { name: INSIDE_INTERFACE, meaning: "insideInterface", values: {} },
  ...placeholdersOf(ROUTED).map((name): Placeholder => {
    return { name, meaning: "routedSubnet", values: {} };
  }),
  ...placeholdersOf(ANNOUNCED).map((name): Placeholder => {
    return { name, meaning: "announcedSubnet", values: {} };
  }),
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

/** What is to be reached through the tunnels: with 0.0.0.0/0 on both sides the connection does not tell. */
export function routedSubnets({ isDestinationRouting, remoteSubnets }: PeerModel): Subnet[] {
  return isDestinationRouting ? [ROUTED] : remoteSubnets;
}

/** What Alibaba learns over BGP. */
export function announcedSubnets({ isDestinationRouting, localSubnets }: PeerModel): Subnet[] {
  return isDestinationRouting ? [ANNOUNCED] : localSubnets.filter(({ isIpv6 }) => !isIpv6);
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

/** A lifetime to be written, or null where the API tells none or the vendor does not accept it. */
export function lifetimeIn(seconds: number | null, { min, max }: Range): number | null {
  return seconds === null || seconds < min || seconds > max ? null : seconds;
}

/** Each lifetime that is not written: the device then keeps its default. */
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
      if (seconds === null || lifetimeIn(seconds, range) !== null) return [];
      const values = { tunnel: tunnel.number, phase, seconds, ...range };
      return [{ note: "lifetimeLeftOut", values }];
    });
  });
}

function placeholderSubnet(what: string): Subnet {
  return {
    cidr: `REPLACE-${what}-CIDR`,
    network: `REPLACE-${what}-NETWORK`,
    mask: `REPLACE-${what}-MASK`,
    wildcard: `REPLACE-${what}-WILDCARD`,
    prefixLength: `REPLACE-${what}-PREFIX`,
    isIpv6: false,
  };
}

function placeholdersOf({ cidr, network, mask, wildcard, prefixLength }: Subnet): string[] {
  return [cidr, network, mask, wildcard, prefixLength];
}
