import type { Random } from "./random";

/** RFC 5737: for documentation, so that no address here is anybody's. */
const documentationNetworks = ["203.0.113", "198.51.100", "192.0.2"];

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}

/** Counters over the whole account, so that no two VPN gateways' VPCs overlap. */
export function createAddresses(random: Random, expectedGateways: number) {
  // Up to 4,096 VPCs of /20 in 10.0.0.0/8; a huge account gets 65,536 of /24.
  const prefix = expectedGateways <= 4096 ? 20 : 24;
  const networks = 2 ** (prefix - 8);
  const start = random.integer(0, networks - 1);
  let vpcs = 0;
  let publicAddresses = random.integer(0, 761);
  let bgpLinks = 0;

  return {
    vpc() {
      // An odd step visits each of a power of two once, without looking like a count.
      const index = (start + vpcs * 1103) % networks;
      vpcs += 1;
      const base = ((10 << 24) | (index << (32 - prefix))) >>> 0;
      const parts = (count: number, length: number) =>
        Array.from(
          { length: count },
          (_, number) => `${dotted((base + number * 2 ** (32 - length)) >>> 0)}/${length}`,
        );
      return {
        whole: `${dotted(base)}/${prefix}`,
        /** The first of its quarters. */
        quarters: (count: number) => parts(count, prefix + 2),
        /** The first of its sixteenths. */
        sixteenths: (count: number) => parts(count, prefix + 4),
        host: dotted((base + 10) >>> 0),
      };
    },
    /** A network at the other end, out of the ranges that no VPC here uses. */
    remoteNetwork: () =>
      random.chance(0.6)
        ? `192.168.${random.integer(0, 255)}.0/24`
        : `172.${random.integer(16, 31)}.${random.integer(0, 15) * 16}.0/20`,
    publicAddress() {
      publicAddresses = (publicAddresses + 1) % 762;
      const network = documentationNetworks[Math.floor(publicAddresses / 254)] ?? "203.0.113";
      return `${network}.${(publicAddresses % 254) + 1}`;
    },
    /** Alibaba's docs: a /30 within 169.254.0.0/16 for each tunnel that speaks BGP. */
    bgpLink() {
      const link = bgpLinks % (200 * 64);
      bgpLinks += 1;
      const base = ((169 << 24) | (254 << 16) | (10 << 8)) + link * 4;
      return {
        TunnelCidr: `${dotted(base >>> 0)}/30`,
        LocalBgpIp: dotted((base + 1) >>> 0),
        PeerBgpIp: dotted((base + 2) >>> 0),
      };
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
export type Vpc = ReturnType<Addresses["vpc"]>;
