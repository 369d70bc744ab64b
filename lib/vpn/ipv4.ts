const OCTET = "(0|[1-9]\\d{0,2})";
const NETWORK = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}(?:/(0|[1-9]\\d?))?$`);

/** All addresses from the first to the last, as unsigned numbers. */
export type Ipv4Network = { first: number; last: number };

/**
 * The network of `10.3.0.0/16`, or of an address alone; null for all else, IPv6 included. Strict where
 * libraries guess: `010.3.7.9` is octal to some and decimal to others. Host bits are no mistake.
 */
export function ipv4Network(text: string): Ipv4Network | null {
  const parts = NETWORK.exec(text);
  if (parts === null) return null;
  const [, a, b, c, d, length = 32] = parts;
  const octets = [Number(a), Number(b), Number(c), Number(d)];
  if (octets.some((octet) => octet > 255) || Number(length) > 32) return null;
  // Not by shifting bits: those are signed, and shifting by 32 does nothing.
  const size = 2 ** (32 - Number(length));
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}

export function holds(outer: Ipv4Network, inner: Ipv4Network): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}
