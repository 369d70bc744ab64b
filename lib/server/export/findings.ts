import "server-only";
import { cell, endRow, header, joined, toText, utc } from "@/lib/server/export/csv-text";
import { dayOf, fileOf, placeOf } from "@/lib/server/export/file";
import { flawsOf, isIncomplete } from "@/lib/server/export/flaws";
import { inPortions } from "@/lib/server/export/portions";
import type { WholeFindings } from "@/lib/server/inventory/findings";
import { guarded, guardedLines } from "@/lib/server/runtime/secret-guard";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import type { FindingParameters } from "@/lib/vpn/findings/parameters";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";

/** All findings of a question as a file to keep, in the language of who asks. */
export function downloadFindings(
  { pageNumber: _pageNumber, pageSize: _pageSize, ...question }: FindingParameters,
  whole: WholeFindings,
  format: DownloadFormat,
): Promise<Response> {
  const name = ["findings", placeOf(question.regionId), dayOf(whole.fetchedAt), ...flawsOf(whole)];
  return fileOf(name, format, format === "csv" ? toCsv(whole) : toJson(question, whole));
}

type Value = string | number | null;
type Column = Exclude<keyof ListedFinding, "waiver"> | "waiverReason" | "waivedUntil";

/** A field without a column is a type error. */
const COLUMNS: { [name in Column]: (finding: ListedFinding) => Value } = {
  rule: ({ rule }) => rule,
  severity: ({ severity }) => severity,
  regionId: ({ regionId }) => regionId,
  vpnConnectionId: ({ vpnConnectionId }) => vpnConnectionId,
  vpnGatewayId: ({ vpnGatewayId }) => vpnGatewayId,
  tunnel: ({ tunnel }) => tunnel,
  name: ({ name }) => name,
  customerGatewayIds: ({ customerGatewayIds }) => joined(customerGatewayIds),
  tags: ({ tags }) => joined(tags.map(({ key, value }) => `${key}:${value}`)),
  title: ({ title }) => title,
  evidence: ({ evidence }) => joined(evidence.map(({ field, value }) => `${field}=${value}`)),
  detail: ({ detail }) => detail,
  advice: ({ advice }) => advice,
  references: ({ references }) =>
    joined(references.map(({ title, url }) => (url === null ? title : `${title} <${url}>`))),
  waiverReason: ({ waiver }) => waiver?.reason ?? null,
  // The last day, as the team wrote it: a moment at midnight would be read as a day too many.
  waivedUntil: ({ waiver }) => waiver?.lastDay ?? utc(waiver?.until ?? null),
};

const NAMES = Object.keys(COLUMNS);

function* toCsv({ found, toListed }: WholeFindings): Generator<string, void> {
  yield header(NAMES);
  for (const portion of inPortions(found)) {
    const listed = portion.map(toListed);
    guardedLines(listed);
    yield toText(listed.map(rowOf));
  }
  yield endRow(NAMES, found.length);
}

const rowOf = (finding: ListedFinding) => Object.values(COLUMNS).map((read) => cell(read(finding)));

type Question = Omit<FindingParameters, "pageNumber" | "pageSize">;

/** An object with the question, and a line for each finding. Its last member is missing in a file that was broken off. */
function* toJson(question: Question, whole: WholeFindings): Generator<string, void> {
  const { found, toListed, reading: _reading, ...about } = whole;
  const start = JSON.stringify(guarded({ ...question, ...about }), null, 2).slice(0, -2);
  let before = `${start},\n  "findings": [\n`;
  for (const portion of inPortions(found)) {
    const lines = guardedLines(portion.map(toListed)).map((line) => `    ${line}`);
    yield before + lines.join(",\n");
    before = ",\n";
  }
  const end = `  ],\n  "isComplete": ${!isIncomplete(whole)}\n}\n`;
  yield (found.length === 0 ? before : "\n") + end;
}
