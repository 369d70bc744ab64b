import "server-only";
import { cell, endRow, header, joined, toText, utc } from "@/lib/server/export/csv-text";
import { dayOf, fileOf, placeOf } from "@/lib/server/export/file";
import { inPortions } from "@/lib/server/export/portions";
import { guarded, guardedLines } from "@/lib/server/runtime/secret-guard";
import type { EventParameters, FieldChange, HistoryEvent } from "@/lib/vpn/events";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";

type Events = AsyncIterable<HistoryEvent[]>;

/** All events that a question finds, as a file to keep. Throws what the first read of them throws. */
export function downloadEvents(
  parameters: EventParameters,
  events: Events,
  format: DownloadFormat,
  now = Date.now(),
): Promise<Response> {
  const name = ["events", placeOf(parameters.regionId), dayOf(now)];
  return fileOf(name, format, format === "csv" ? toCsv(events) : toJson(parameters, events, now));
}

type Value = string | number | null;

/** A field without a column is a type error. */
const COLUMNS: { [name in keyof HistoryEvent]: (event: HistoryEvent) => Value } = {
  id: ({ id }) => id,
  at: ({ at }) => utc(at),
  regionId: ({ regionId }) => regionId,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  tunnel: ({ tunnel }) => tunnel,
  before: ({ before }) => before,
  after: ({ after }) => after,
  lasted: ({ lasted }) => lasted,
  changes: ({ changes }) => joined(changes.map(textOf)),
  reason: ({ reason }) => reason,
};

const textOf = ({ field, before, after }: FieldChange) =>
  `${field}=${before ?? ""}->${after ?? ""}`;

const NAMES = Object.keys(COLUMNS);

/** The header comes with the first events: before they have been read, there may be no file at all. */
async function* toCsv(events: Events): AsyncGenerator<string, void> {
  let start = header(NAMES);
  let count = 0;
  for await (const page of events) {
    for (const portion of inPortions(page)) {
      guardedLines(portion);
      yield start + toText(portion.map(rowOf));
      start = "";
    }
    count += page.length;
  }
  yield start + endRow(NAMES, count);
}

const rowOf = (event: HistoryEvent) => Object.values(COLUMNS).map((read) => cell(read(event)));

/** An object with the question, and a line for each event. Its last member is missing in a file that was broken off. */
async function* toJson(
  { pageNumber: _pageNumber, pageSize: _pageSize, ...question }: EventParameters,
  events: Events,
  fetchedAt: number,
): AsyncGenerator<string, void> {
  const about = JSON.stringify(guarded({ ...question, fetchedAt }), null, 2).slice(0, -2);
  let start = `${about},\n  "events": [\n`;
  let count = 0;
  for await (const page of events) {
    for (const portion of inPortions(page)) {
      yield (
        start +
        guardedLines(portion)
          .map((line) => `    ${line}`)
          .join(",\n")
      );
      start = ",\n";
    }
    count += page.length;
  }
  const end = `  ],\n  "totalCount": ${count},\n  "isComplete": true\n}\n`;
  yield (count === 0 ? start : "\n") + end;
}
