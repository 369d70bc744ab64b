/** What a test read in a configuration, in the API's words; what the vendor's syntax has no place for is null. */
export type SeenTunnel = {
  remoteAddress: string;
  ikeVersion: string;
  ikeMode: string | null;
  /** Encryption, integrity and DH group. */
  ike: string;
  ipsec: string;
  /** Seconds. */
  ikeLifetime: number | null;
  ipsecLifetime: number | null;
  psk: string;
  /** `address 203.0.113.9`, `fqdn office.example`, `email a@b.example`. */
  localId: string | null;
  remoteId: string | null;
  dpd: boolean;
  /** `LOCAL REMOTE` of each pair of networks, sorted. */
  selectors: string[];
  /** Networks that are routed into it, sorted, and how they are preferred: the lowest first. */
  routes: string[];
  distance: number | null;
  bgp: SeenBgp | null;
};

export type SeenBgp = {
  localAsn: string;
  remoteAsn: string;
  localAddress: string;
  remoteAddress: string;
  key: string | null;
  /** The highest is preferred. */
  localPreference: number;
};

/** The first, or an error that says what is missing. */
export function only<Value>(values: readonly Value[], what: string): Value {
  const [value] = values;
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}

/** The key of a table by its value. */
export function keyOf(table: Record<string, string>, value: string): string {
  return only(
    Object.keys(table).filter((key) => table[key] === value),
    `word for ${value}`,
  );
}

export const numberOf = (text: string | undefined) => (text === undefined ? null : Number(text));

export const EVERYTHING = "0.0.0.0/0";

/** Each with each, of the same version of IP. */
export function pairsOf(locals: string[], remotes: string[]): string[] {
  return locals
    .flatMap((local) =>
      remotes
        .filter((remote) => remote.includes(":") === local.includes(":"))
        .map((remote) => `${local} ${remote}`),
    )
    .toSorted();
}

/** `10.0.0.0` and `255.255.0.0`, or `0.0.255.255` with `isWildcard`, as a CIDR. */
export function cidrOf(network: string, mask: string, isWildcard = false): string {
  if (network.startsWith("REPLACE-")) return network;
  const bits = mask
    .split(".")
    .map((octet) => (isWildcard ? 255 - Number(octet) : Number(octet)))
    .map((octet) => octet.toString(2).padStart(8, "0"))
    .join("");
  if (!/^1*0*$/.test(bits)) throw new Error(`${mask} is no mask`);
  return `${network}/${bits.indexOf("0") === -1 ? 32 : bits.indexOf("0")}`;
}
