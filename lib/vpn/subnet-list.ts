import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { OverlapKind, SubnetSide } from "@/lib/vpn/subnet-types";
import type { RegionState, Verdict } from "@/lib/vpn/types";

/** What of the networks is shown: those that meet others in any way, in one, or on one gateway. */
export const OVERLAP_FILTERS = ["any", "same_gateway", "remote_remote", "remote_local"] as const;

export type OverlapFilter = (typeof OVERLAP_FILTERS)[number];

/** Whose networks these are: those of the connections of a region, a VPN gateway or a customer gateway. */
export type SubnetScope = {
  regionId: string | null;
  vpnGatewayId: string | null;
  customerGatewayId: string | null;
};

export type SubnetParameters = SubnetScope & {
  pageNumber: number;
  pageSize: number;
  /** An address or a CIDR. */
  q: string | null;
  overlap: OverlapFilter | null;
};

/** What the API asks for. */
export type ApiSubnets = {
  subnets: SubnetParameters;
  format: DownloadFormat | null;
  waitSeconds: number;
};

/** A network takes one line, so that more fit a page than connections. */
export const DEFAULT_SUBNET_PAGE_SIZE = 50;

/** The question without anything asked for. */
export const NO_SUBNET_PARAMETERS: SubnetParameters = {
  pageNumber: 1,
  pageSize: DEFAULT_SUBNET_PAGE_SIZE,
  q: null,
  regionId: null,
  vpnGatewayId: null,
  customerGatewayId: null,
  overlap: null,
};

/** What narrows whose networks are shown, in the order it is shown in. */
export const SUBNET_SCOPES = ["regionId", "vpnGatewayId", "customerGatewayId"] as const;

export type SubnetCarrier = {
  side: SubnetSide;
  /** As the connection spells it, maybe with host bits. */
  subnet: string;
  regionId: string;
  vpnConnectionId: string;
  name: string;
  vpnGatewayId: string | null;
  vpnGatewayName: string | null;
  transitRouterId: string | null;
  customerGatewayIds: string[];
  verdict: Verdict;
};

/** How a network lies to the one that is looked up. */
type SubnetMatch = "contains" | "equal" | "inside";

export type Subnet = {
  /** Without host bits; IPv6 as RFC 5952 spells it. */
  cidr: string;
  family: "ipv4" | "ipv6";
  /** It contains every address of its family, and is left out of the overlaps. */
  isCatchAll: boolean;
  /** All networks that contain it, widest first. */
  within: string[];
  /** How many networks it contains. */
  containsCount: number;
  remoteCount: number;
  localCount: number;
  /** Remote ones first; of very many the first ones. */
  carriers: SubnetCarrier[];
  overlaps: { kind: OverlapKind; sameGateway: boolean }[];
  /** Of a look-up; null without one. */
  match: SubnetMatch | null;
  /** Of a look-up: on which sides it is the longest match. */
  longestMatchOf: SubnetSide[];
};

/** Of a look-up: the longest match among the networks of each side. */
export type SubnetLookUp = { cidr: string } & Record<SubnetSide, string | null>;

export type SubnetList = {
  subnets: Subnet[];
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** Epoch milliseconds: of the oldest read. */
  fetchedAt: number;
  /** Of what the look-up finds; they do not follow `overlap`. */
  counts: Record<"all" | OverlapFilter, number>;
  lookUp: SubnetLookUp | null;
  /** What is no address or network; of very many the first ones. */
  unreadable: SubnetCarrier[];
  unreadableCount: number;
  regions: RegionState[];
  /** Of how many regions a newer answer is on its way. */
  reading: number;
};
