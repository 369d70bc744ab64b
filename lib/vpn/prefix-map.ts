import type { Network } from "@/lib/vpn/networks";

/**
 * Values by network, found by overlap. Of two networks that overlap one contains the other, so a look-up
 * takes as many steps as there are different prefix lengths, however many networks there are.
 */
export type PrefixMap<Value> = {
  /** Where what is to be found under this network has to be written. */
  placesOf: (network: Network) => Value[];
  /** What has been written under networks that overlap this one; those that are equal to it come first. */
  overlapping: (network: Network) => Value[];
};

/** `lengths` are those of all networks that will be written or asked for; `make` makes an empty value. */
export function createPrefixMap<Value>(
  lengths: ReadonlySet<number>,
  make: () => Value,
): PrefixMap<Value> {
  const longestFirst = [...lengths].toSorted((one, other) => other - one);
  const at = new Map<string | number, Value>();
  const below = new Map<string | number, Value>();
  const valueIn = (map: Map<string | number, Value>, key: string | number) => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const made = make();
    map.set(key, made);
    return made;
  };
  return {
    placesOf(network) {
      const places = [valueIn(at, keyOf(network))];
      for (const length of longestFirst) {
        if (length < network.prefixLength) places.push(valueIn(below, keyOf(network, length)));
      }
      return places;
    },
    overlapping(network) {
      const key = keyOf(network);
      const found = [at.get(key), below.get(key)];
      for (const length of longestFirst) {
        if (length < network.prefixLength) found.push(at.get(keyOf(network, length)));
      }
      return found.filter((value) => value !== undefined);
    },
  };
}

/** The same for equal networks, whatever their host bits; with a shorter length, of the network around it. */
export function keyOf(
  { bytes, prefixLength }: Network,
  length: number = prefixLength,
): string | number {
  const whole = length >> 3;
  const rest = (bytes[whole] ?? 0) >> (8 - (length & 7));
  if (bytes.length > 4) return `${length}:${bytes.slice(0, whole).join(".")}:${rest}`;
  let prefix = 0;
  for (let index = 0; index < whole; index += 1) prefix = prefix * 256 + (bytes[index] ?? 0);
  // At most 32 bits of prefix and 6 of length: exact as a number.
  return (prefix * 256 + rest) * 64 + length;
}
