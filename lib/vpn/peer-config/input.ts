import type { CustomerGateway, VpnGateway } from "@/lib/vpn/gateways";
import type { PlaceholderList } from "@/lib/vpn/peer-config/placeholder-list";
import type { VpnConnection } from "@/lib/vpn/types";

export type FindingLine = { rule: string; severity: string; title: string };

/** What is known of a connection; gateways that could not be read, or are not there, are left out. */
export type PeerConfigInput = {
  connection: VpnConnection;
  vpnGateway: VpnGateway | null;
  customerGateways: CustomerGateway[];
  /** With English titles, since they become comments. */
  findings: FindingLine[];
};

/** What a tunnel is read with. */
export type TunnelContext = {
  number: number;
  rank: number;
  input: PeerConfigInput;
  placeholders: PlaceholderList;
};
