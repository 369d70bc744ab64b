import ipaddr from "ipaddr.js";

/** An address, of 4 bytes or 16, and how many of its first bits are those of the network. */
export type Network = { bytes: number[]; prefixLength: number };

/**
 * The network of `10.3.0.0/16` or `2408:4005:3c0::/56`, or of an address alone; null for all else. Strict
 * where libraries guess: `010.3.7.9` is octal to some and decimal to others. Host bits are no mistake, and
 * an IPv4 address inside IPv6 (`::ffff:10.3.7.9`) is that address.
 */
export function networkOf(text: string): Network | null {
  const slash = text.indexOf("/");
  const end = slash === -1 ? text.length : slash;
  const length = slash === -1 ? null : text.slice(slash + 1);
  const bytes = ipv4BytesOf(text, end);
  if (bytes !== null) return networkFrom(bytes, length, 0);
  const address = ipv6AddressOf(text.slice(0, end));
  return address === null ? null : networkFrom(address.bytes, length, address.bitsBefore);
}

/** @param bitsBefore Those in front of an IPv4 address inside IPv6, which a prefix counts as well. */
function networkFrom(bytes: number[], length: string | null, bitsBefore: number): Network | null {
  const bits = bytes.length * 8;
  if (length === null) return { bytes, prefixLength: bits };
  if (!/^(0|[1-9]\d{0,2})$/.test(length)) return null;
  const prefixLength = Number(length) - bitsBefore;
  return prefixLength < 0 || prefixLength > bits ? null : { bytes, prefixLength };
}

/** Whether the outer network has all addresses of the inner one. */
export function contains(outer: Network, inner: Network): boolean {
  const { bytes, prefixLength } = outer;
  if (bytes.length !== inner.bytes.length || prefixLength > inner.prefixLength) return false;
  const whole = prefixLength >> 3;
  for (let index = 0; index < whole; index += 1) {
    if (bytes[index] !== inner.bytes[index]) return false;
  }
  const shift = 8 - (prefixLength & 7);
  return shift === 8 || (bytes[whole] ?? 0) >> shift === (inner.bytes[whole] ?? 0) >> shift;
}

const DOT = 46;
const ZERO = 48;

/** Nearly all addresses are of these, and the library takes twenty times as long. */
function ipv4BytesOf(text: string, end: number): number[] | null {
  if (end < 7 || end > 15) return null;
  // Not pushed: an array that grows takes four times the memory.
  const bytes = [0, 0, 0, 0];
  let count = 0;
  let octet = -1;
  for (let index = 0; index <= end; index += 1) {
    const code = index === end ? DOT : text.charCodeAt(index);
    if (code === DOT) {
      if (octet === -1 || octet > 255 || count === 4) return null;
      bytes[count] = octet;
      count += 1;
      octet = -1;
    } else {
      const digit = code - ZERO;
      // No digit, or one behind a leading zero.
      if (digit < 0 || digit > 9 || octet === 0) return null;
      octet = octet === -1 ? digit : octet * 10 + digit;
    }
  }
  return count === 4 ? bytes : null;
}

function ipv6AddressOf(text: string): { bytes: number[]; bitsBefore: number } | null {
  if (!text.includes(":") || text.includes("%") || !ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress()
    ? { bytes: address.toIPv4Address().toByteArray(), bitsBefore: 96 }
    : { bytes: address.toByteArray(), bitsBefore: 0 };
}
