import "server-only";
import { downloadGateways } from "@/lib/server/export/gateways";
import { connectionClosed } from "@/lib/server/http/connection-closed";
import { startDownload } from "@/lib/server/http/download-slots";
import { type DataRequest, replyWithData } from "@/lib/server/http/reply-with-data";
import {
  type GatewayQuestion,
  listAllGateways,
  listGatewaysOf,
} from "@/lib/server/inventory/gateway-pages";
import type { ListedKind } from "@/lib/server/inventory/listed-kinds";
import { rememberVersion, versionOf } from "@/lib/server/inventory/selections";
import { columnsText } from "@/lib/vpn/columns";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import { withColumns } from "@/lib/vpn/gateway-fields";
import type { CustomerGatewayList, ListedGateway, VpnGatewayList } from "@/lib/vpn/gateway-list";
import { gatewaysReader } from "@/lib/vpn/search-params-gateways";

/** The reply of an address of gateways: a page of the list, or all of it as a file. */
export function replyToGateways<
  Gateway extends ListedGateway,
  List extends VpnGatewayList | CustomerGatewayList,
>(
  request: DataRequest,
  listed: ListedKind<Gateway, List>,
  /** Null over all regions. */
  regionId: string | null,
): Promise<Response> {
  const readStrictly = gatewaysReader(listed.kind.of, regionId === null);
  return replyWithData(request, readStrictly, async (user, asked) => {
    const { list, columns, format, waitSeconds } = asked;
    const read = (question: GatewayQuestion) =>
      regionId === null
        ? listAllGateways(listed, question, user, waitSeconds * 1000)
        : listGatewaysOf(listed, regionId, question, user);
    if (format === null) return columnsOf(await read(list), columns);
    const whole = await read({ ...list, isWhole: true });
    if (!(await startDownload())) return connectionClosed();
    return downloadGateways(regionId, list, whole, { format, columns });
  });
}

/** The list with no more of each gateway than these columns; null is all of it. */
function columnsOf(
  list: VpnGatewayList | CustomerGatewayList,
  columns: GatewayColumn[] | null,
): object {
  if (columns === null) return list;
  const narrow = withColumns(list, columns);
  const version = versionOf(list);
  if (version !== undefined) rememberVersion(narrow, `${version} ${columnsText(columns)}`);
  return narrow;
}
