import "server-only";
import { cell, endRow, header, joined, toText } from "@/lib/server/export/csv-text";
import { dayOf, fileOf, placeOf } from "@/lib/server/export/file";
import { flawsOf, isIncomplete } from "@/lib/server/export/flaws";
import { inLongTexts, inPortions } from "@/lib/server/export/portions";
import { guarded, guardedLines } from "@/lib/server/runtime/secret-guard";
import type { WholeSubnets } from "@/lib/server/inventory/subnets";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { Subnet, SubnetCarrier, SubnetParameters } from "@/lib/vpn/subnet-list";
import { carrierOf, carriersOf, rowOf } from "@/lib/vpn/subnet-rows";

/** All networks that a question finds, with all who carry them, as a file to keep. */
export function downloadSubnets(
  parameters: SubnetParameters,
  whole: WholeSubnets,
  format: DownloadFormat,
): Promise<Response> {
  const place = placeOf(parameters.regionId);
  const name = ["subnets", place, dayOf(whole.fetchedAt), ...flawsOf(whole)];
  const texts = format === "csv" ? toCsv(whole) : inLongTexts(toJson(parameters, whole));
  return fileOf(name, format, texts);
}

type Row = Omit<Subnet, "carriers">;
type Line = { row: Row | null; carrier: SubnetCarrier };

/** A line for each connection that carries a network: a table has no lists. */
const COLUMNS: Record<string, (line: Line) => string | number | boolean | null> = {
  cidr: ({ row }) => row && row.cidr,
  side: ({ carrier }) => carrier.side,
  subnet: ({ carrier }) => carrier.subnet,
  regionId: ({ carrier }) => carrier.regionId,
  vpnConnectionId: ({ carrier }) => carrier.vpnConnectionId,
  name: ({ carrier }) => carrier.name,
  verdict: ({ carrier }) => carrier.verdict,
  vpnGatewayId: ({ carrier }) => carrier.vpnGatewayId,
  vpnGatewayName: ({ carrier }) => carrier.vpnGatewayName,
  transitRouterId: ({ carrier }) => carrier.transitRouterId,
  customerGatewayIds: ({ carrier }) => joined(carrier.customerGatewayIds),
  family: ({ row }) => row && row.family,
  isCatchAll: ({ row }) => row && row.isCatchAll,
  within: ({ row }) => row && joined(row.within),
  containsCount: ({ row }) => row && row.containsCount,
  overlaps: ({ row }) => row && joined(row.overlaps.map(({ kind }) => kind)),
  sameGateway: ({ row }) => row && row.overlaps.some(({ sameGateway }) => sameGateway),
  match: ({ row }) => row && row.match,
  longestMatchOf: ({ row }) => row && joined(row.longestMatchOf),
};
const NAMES = Object.keys(COLUMNS);

function* toCsv({ subnets, unreadable, lookUp }: WholeSubnets): Generator<string, void> {
  yield header(NAMES);
  let lines: Line[] = [];
  let count = 0;
  const written = () => {
    guardedLines(lines);
    count += lines.length;
    const text = toText(
      lines.map((line) => Object.values(COLUMNS).map((read) => cell(read(line)))),
    );
    lines = [];
    return text;
  };
  for (const subnet of subnets) {
    const row = rowOf(subnet, lookUp);
    for (const portion of inPortions(carriersOf(subnet))) {
      lines.push(...portion.map((carrier) => ({ row, carrier })));
      if (lines.length >= 50) yield written();
    }
  }
  // What is no network is in none.
  for (const portion of inPortions(unreadable)) {
    lines.push(...portion.map((carrier) => ({ row: null, carrier: carrierOf(carrier) })));
    yield written();
  }
  if (lines.length > 0) yield written();
  yield endRow(NAMES, count);
}

/** An object with the question, and a network a line. Its last member is missing in a file that was broken off. */
function* toJson(
  { pageNumber: _pageNumber, pageSize: _pageSize, ...question }: SubnetParameters,
  whole: WholeSubnets,
): Generator<string, void> {
  const { subnets, unreadable, lookUp, reading: _reading, ...about } = whole;
  const head = guarded({ ...question, ...about, lookUp });
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "subnets": [`;
  for (const [index, subnet] of subnets.entries()) {
    const [row = ""] = guardedLines([rowOf(subnet, lookUp)]);
    yield `${index === 0 ? "" : ","}\n    ${row.slice(0, -1)},"carriers":[`;
    yield* items(carriersOf(subnet));
    yield "]}";
  }
  yield '\n  ],\n  "unreadable": [';
  yield* items(unreadable.map(carrierOf));
  yield `],\n  "isComplete": ${!isIncomplete(whole)}\n}\n`;
}

function* items(carriers: SubnetCarrier[]): Generator<string, void> {
  let before = "";
  for (const portion of inPortions(carriers)) {
    yield before + guardedLines(portion).join(",");
    before = ",";
  }
}
