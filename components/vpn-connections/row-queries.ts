import type { FirstRows } from "@/lib/vpn/connection-row";
import { type ListLinkParameters, listParametersOf } from "@/lib/vpn/list-parameters";
import { type ListScope, questionOf, regionOf } from "@/lib/vpn/list-scope";
import { connectionRowsQuery, vpnConnectionQuery } from "@/lib/vpn/queries";

/** What the server has read, under the keys that the list and its open panels ask for. */
export function rowQueries(
  scope: ListScope,
  parameters: ListLinkParameters,
  { columns, rows, open }: FirstRows,
) {
  const question = questionOf(scope, listParametersOf(parameters));
  const { queryKey } = connectionRowsQuery(regionOf(scope), question, columns);
  const ofPanels = open.map((answer) => ({
    queryKey: vpnConnectionQuery(answer.regionId, answer.vpnConnectionId).queryKey,
    first: { kind: "answer", answer } as const,
  }));
  return [{ queryKey, first: rows }, ...ofPanels];
}
