import { type Network, networkOf } from "@/lib/vpn/networks";

/** A CIDR as the API spells it, and what it means. */
export type Cidr = Network & { text: string };

const parsed = new WeakMap<readonly string[], readonly Cidr[]>();

/** Those that mean something. Lists of connections do not change, so each is parsed once. */
export function cidrsOf(texts: readonly string[]): readonly Cidr[] {
  const known = parsed.get(texts);
  if (known !== undefined) return known;
  const cidrs = texts.flatMap((text): Cidr[] => {
    const network = networkOf(text);
    return network === null ? [] : [{ ...network, text }];
  });
  parsed.set(texts, cidrs);
  return cidrs;
}

/** All addresses there are: as a remote subnet it means everything else, and overlaps nothing by mistake. */
export function isCatchAll({ prefixLength }: Network): boolean {
  return prefixLength === 0;
}
