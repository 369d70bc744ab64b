import type { Cidr } from "@/lib/vpn/cidrs";
import type { VpnConnection } from "@/lib/vpn/types";

/**
 * Remote networks of different connections meet: a route to them is ambiguous. Or a remote network meets a
 * local one, of the same connection or another. Local networks may meet: many connections lead to one VPC.
 */
export type OverlapKind = "remote_remote" | "remote_local";

/** As bits: tens of thousands of networks have each of them or not. */
export const OVERLAP = {
  remoteRemote: 1,
  remoteLocal: 2,
  /** Between networks of one gateway. */
  remoteRemoteOnGateway: 4,
  remoteLocalOnGateway: 8,
} as const;

/** On Alibaba's side, or on the other. */
export type SubnetSide = "local" | "remote";

/** A connection that has a network on one of its sides, as it is spelled there. */
export type Carrier = { connection: VpnConnection; side: SubnetSide; subnet: string };

/** A network, who carries it, and where it lies among the others. */
export type MappedSubnet = Cidr & {
  carriers: Carrier[];
  /** The smallest of the others that contains it. */
  parent: MappedSubnet | null;
  /** How many of the others it contains. */
  containsCount: number;
  /** How it meets others: a sum of `OVERLAP`. */
  overlap: number;
};

/** Two networks are nested or apart, so that all of them are trees: parents come before what they contain. */
export type SubnetMap = {
  subnets: MappedSubnet[];
  /** What is no address or network, with who has it. */
  unreadable: Carrier[];
};
