import "server-only";
import { rowsOf } from "@/lib/server/inventory/connection-rows";
import { readColumns } from "@/lib/server/http/preferences";
import {
  CONNECTION_COLUMNS,
  type ConnectionColumn,
  defaultColumns,
} from "@/lib/vpn/connection-columns";
import type { FirstRows } from "@/lib/vpn/connection-row";
import type { Read } from "@/lib/vpn/gateways";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import type { ListPageParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

export async function firstRows(
  of: ListScope["of"],
  { columns: asked, open }: Pick<ListPageParameters, "columns" | "open">,
  first: InitialData<VpnConnectionList>,
): Promise<FirstRows> {
  const columns = asked === null ? await ownColumns(of) : withName(asked);
  const list = answerOf(first);
  const rows =
    first.kind === "answer" ? { ...first, answer: rowsOf(first.answer, columns) } : first;
  return { columns, rows, open: list === null ? [] : openConnections(list, open) };
}

/** Those that the reader has chosen last, or those of everybody. */
async function ownColumns(of: ListScope["of"]): Promise<ConnectionColumn[]> {
  const own = await readColumns("vpnConnections", CONNECTION_COLUMNS);
  if (own === null) return [...defaultColumns(of)];
  // Chosen on the list of one region, perhaps: rows of several say which.
  return withName(of === "allRegions" ? [...own, "regionId"] : own);
}

/** Each row has its name, and columns their own order. */
function withName(columns: ConnectionColumn[]): ConnectionColumn[] {
  return CONNECTION_COLUMNS.filter((name) => name === "name" || columns.includes(name));
}

function openConnections(list: VpnConnectionList, open: string[]): Read<VpnConnection>[] {
  const { vpnConnections, requestId, fetchedAt } = list;
  return vpnConnections
    .filter(({ vpnConnectionId }) => open.includes(vpnConnectionId))
    .map((connection) => Object.assign({ requestId, fetchedAt }, connection));
}
