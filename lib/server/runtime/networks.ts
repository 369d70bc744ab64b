import "server-only";
import { BlockList, isIP } from "node:net";

/** Addresses and CIDR blocks as one list to look an address up in; null where one of them is neither. */
export function parseNetworks(list: string[]): BlockList | null {
  const blocks = new BlockList();
  for (const one of list) {
    const [address = "", length, ...rest] = one.split("/");
    const version = isIP(address);
    if (version === 0 || rest.length > 0) return null;
    const longest = version === 4 ? 32 : 128;
    // Of length 0 it would be everybody.
    if (length !== undefined && !(/^[1-9]\d{0,2}$/.test(length) && Number(length) <= longest))
      return null;
    blocks.addSubnet(address, Number(length ?? longest), version === 4 ? "ipv4" : "ipv6");
  }
  return list.length === 0 ? null : blocks;
}

export function isWithin(blocks: BlockList, address: string): boolean {
  const plain = plainAddress(address);
  const version = isIP(plain);
  return version !== 0 && blocks.check(plain, version === 4 ? "ipv4" : "ipv6");
}

/** An IPv4 address as such, where a socket of both kinds tells it as one of IPv6. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
