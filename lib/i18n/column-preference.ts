import { CONNECTION_COLUMNS } from "@/lib/vpn/connection-columns";
import { GATEWAY_COLUMNS } from "@/lib/vpn/gateway-columns";

/** Lists whose columns a reader chooses: the paths of their pages, and the columns that there are. */
export const COLUMN_LISTS = {
  vpnConnections: {
    // A gateway's page has the list of its connections.
    paths: /^(?:\/regions\/[^/]+)?\/vpn-connections$|\/(?:vpn|customer)-gateways\/[^/]+$/,
    columns: CONNECTION_COLUMNS,
  },
  vpnGateways: {
    paths: /^(?:\/regions\/[^/]+)?\/vpn-gateways$/,
    columns: GATEWAY_COLUMNS.vpnGateway,
  },
  customerGateways: {
    paths: /^(?:\/regions\/[^/]+)?\/customer-gateways$/,
    columns: GATEWAY_COLUMNS.customerGateway,
  },
} as const satisfies Record<string, { paths: RegExp; columns: readonly string[] }>;

export type ColumnList = keyof typeof COLUMN_LISTS;

/** Remembered in the browser, as other preferences are (preferences.ts). */
export function columnCookie(list: ColumnList): string {
  return `tunnelboard-columns-${list}`;
}
