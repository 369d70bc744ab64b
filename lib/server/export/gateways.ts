import "server-only";
import { cell, endRow, header, toText } from "@/lib/server/export/csv-text";
import { dayOf, fileOf, placeOf } from "@/lib/server/export/file";
import { flawsOf, isIncomplete } from "@/lib/server/export/flaws";
import { CUSTOMER_GATEWAY_COLUMNS, VPN_GATEWAY_COLUMNS } from "@/lib/server/export/gateway-columns";
import { inPortions } from "@/lib/server/export/portions";
import { guarded, guardedLines } from "@/lib/server/runtime/secret-guard";
import type { GatewayColumn } from "@/lib/vpn/gateway-columns";
import type { CustomerGatewayList, VpnGatewayList } from "@/lib/vpn/gateway-list";
import type { GatewayParameters } from "@/lib/vpn/gateway-parameters";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";

type List = VpnGatewayList | CustomerGatewayList;
type Value = string | number | boolean | null;

/** All gateways that a question finds as a file to keep, named after where they are and what is wrong with it. */
export function downloadGateways(
  regionId: string | null,
  { pageNumber: _pageNumber, pageSize: _pageSize, ...question }: GatewayParameters,
  list: List,
  /** Columns of a table; null is all there are. */
  { format, columns }: { format: DownloadFormat; columns: GatewayColumn[] | null },
): Promise<Response> {
  const kind = "vpnGateways" in list ? "vpn-gateways" : "customer-gateways";
  const place = placeOf(regionId);
  const name = [kind, place, dayOf(list.fetchedAt), ...flawsOf(list), ...gatewayFlawsOf(list)];
  return fileOf(
    name,
    format,
    format === "csv" ? toCsv(list, columns) : toJson(regionId, question, list),
  );
}

/** Gateways that could not be read as they are: what is known of them is old, or from connections. */
function gatewayFlawsOf({ gatewayGaps }: List): string[] {
  return gatewayGaps.length === 0 ? [] : ["gateways-not-read"];
}

function toCsv(list: List, chosen: GatewayColumn[] | null): Generator<string, void> {
  return "vpnGateways" in list
    ? toTable(VPN_GATEWAY_COLUMNS, chosen && ["vpnGatewayId", ...chosen], list.vpnGateways)
    : toTable(
        CUSTOMER_GATEWAY_COLUMNS,
        chosen && ["customerGatewayId", ...chosen],
        list.customerGateways,
      );
}

function* toTable<Gateway extends object>(
  all: Record<string, (gateway: Gateway) => Value>,
  chosen: GatewayColumn[] | null,
  gateways: Gateway[],
): Generator<string, void> {
  const wanted = chosen && new Set(["regionId", ...chosen.flatMap(partsOf)]);
  const columns = Object.entries(all).filter(([name]) => wanted === null || wanted.has(name));
  const names = columns.map(([name]) => name);
  yield header(names);
  for (const portion of inPortions(gateways)) {
    guardedLines(portion);
    yield toText(portion.map((gateway) => columns.map(([, read]) => cell(read(gateway)))));
  }
  yield endRow(names, gateways.length);
}

/** A table has a column for each of several numbers. */
function partsOf(name: GatewayColumn): string[] {
  if (name === "counts") return ["downCount", "degradedCount", "unknownCount", "upCount"];
  return name === "findingCounts" ? ["criticalFindingCount", "highFindingCount"] : [name];
}

/** An object with the question, and a line for each gateway. Its last member is missing in a file that was broken off. */
function* toJson(
  regionId: string | null,
  question: Omit<GatewayParameters, "pageNumber" | "pageSize">,
  list: List,
): Generator<string, void> {
  const [member, gateways, about] = membersOf(list);
  const { pageNumber: _pageNumber, pageSize: _pageSize, reading: _reading, ...place } = about;
  const start = JSON.stringify(guarded({ regionId, ...question, ...place }), null, 2).slice(0, -2);
  let before = `${start},\n  "${member}": [\n`;
  for (const portion of inPortions<object>(gateways)) {
    const lines = guardedLines(portion).map((line) => `    ${line}`);
    yield before + lines.join(",\n");
    before = ",\n";
  }
  const end = `  ],\n  "isComplete": ${!isIncomplete(list)}\n}\n`;
  yield (gateways.length === 0 ? before : "\n") + end;
}

function membersOf(list: List) {
  if ("vpnGateways" in list) {
    const { vpnGateways, ...about } = list;
    return ["vpnGateways", vpnGateways, about] as const;
  }
  const { customerGateways, ...about } = list;
  return ["customerGateways", customerGateways, about] as const;
}
