import ipaddr from "ipaddr.js";
import { type Network, networkOf } from "@/lib/vpn/networks";

/** A network in its one spelling, without host bits. */
export type Cidr = {
  text: string;
  network: Network;
  /** Puts networks in order when compared as text: IPv4 first, by address, a network before what it contains. */
  key: string;
};

/** Null for what is no address or network. */
export function cidrOf(text: string): Cidr | null {
  const given = networkOf(text);
  if (given === null) return null;
  const { prefixLength } = given;
  const bytes = given.bytes.map((byte, index) => byte & maskOf(prefixLength - index * 8));
  return {
    text: `${addressText(bytes)}/${prefixLength}`,
    network: { bytes, prefixLength },
    key: String.fromCharCode(bytes.length, ...bytes, prefixLength),
  };
}

/** Of a byte, of which so many bits are those of the network. */
function maskOf(bits: number): number {
  return (0xff << (8 - Math.max(0, Math.min(8, bits)))) & 0xff;
}

/** IPv6 as RFC 5952 spells it. */
function addressText(bytes: number[]): string {
  return bytes.length === 4 ? bytes.join(".") : new ipaddr.IPv6(bytes).toRFC5952String();
}

/** It contains every address, and so says nothing of any. */
export function isCatchAll({ prefixLength }: Network): boolean {
  return prefixLength === 0;
}
