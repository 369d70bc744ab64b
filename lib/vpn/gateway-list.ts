import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { Problem } from "@/lib/vpn/problem";
import type {
  Counts,
  FindingMark,
  RegionState,
  SecretPresence,
  Stale,
  Verdict,
} from "@/lib/vpn/types";

/** Of which kind the gateways of a list are. */
export type GatewayOf = "vpnGateway" | "customerGateway";

/** What its connections tell of a gateway, as far as the user sees them. */
export type GatewayUse = {
  /** Whether the API lists it; null where the gateways of its region have not been read. */
  isListed: boolean | null;
  connectionCount: number;
  /** Of its connections. */
  counts: Counts;
  /** The worst of its connections; null where it has none. */
  verdict: Verdict | null;
  /** How many findings that should not wait it has itself and its connections have. */
  findingCounts: FindingMark;
};

export type ListedVpnGateway = VpnGateway & GatewayUse;

/** Of one that the API does not list it is not known whether it has a key. */
export type ListedCustomerGateway = Omit<CustomerGateway, "authKey"> & {
  authKey: SecretPresence | null;
} & GatewayUse;

export type ListedGateway = ListedVpnGateway | ListedCustomerGateway;

/** A region whose gateways could not be read as they are now. */
export type GatewayGap = {
  regionId: string;
  /** When those that are shown were read, epoch milliseconds; null where none are. */
  since: number | null;
  /** Why; null while they are still being read. */
  problem: Problem | null;
};

/** Connections that are on no VPN gateway, by what they are attached to. */
export type TransitRouterUse = {
  regionId: string;
  transitRouterId: string;
  transitRouterName: string | null;
  connectionCount: number;
};

export type GatewayListPlace = {
  totalCount: number;
  pageNumber: number;
  pageSize: number;
  /** Epoch milliseconds: of the oldest connections. */
  fetchedAt: number;
  /** How many of the gateways have a connection of each verdict, whatever `status` asks for. */
  statusCounts: Counts;
  /** Connections that could not be read, and so are counted with no gateway. */
  unreadableCount: number;
  gatewayGaps: GatewayGap[];
  /** There while old connections replace those that could not be had. */
  stale?: Stale;
  /** Of a list over all regions: how far the connections of each have been read. */
  regions?: RegionState[];
  /** Of how many regions a newer answer is on its way. */
  reading?: number;
};

export type VpnGatewayList = GatewayListPlace & {
  vpnGateways: ListedVpnGateway[];
  transitRouters: TransitRouterUse[];
  /** Connections that are attached to nothing. */
  unattachedCount: number;
};

export type CustomerGatewayList = GatewayListPlace & {
  customerGateways: ListedCustomerGateway[];
};
