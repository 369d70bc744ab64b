import {
  createLoader,
  createParser,
  parseAsNativeArrayOf,
  parseAsStringLiteral,
} from "nuqs/server";
import { DEFAULT_EVENT_PAGE_SIZE } from "@/lib/vpn/event-parameters";
import { EVENT_KINDS, type EventParameters } from "@/lib/vpn/events";
import { DEFAULT_RANGE, type Range, RANGES } from "@/lib/vpn/history";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import { MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import {
  format,
  type Given,
  integer,
  isUntidy,
  paging,
  region,
  resourceId,
  trimmed,
} from "@/lib/vpn/search-params";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";

/** Epoch milliseconds, up to the year 5138. */
export const time = createParser({
  parse: (text) => (/^\d{1,14}$/.test(text) ? Number(text) : null),
  serialize: String,
});
const DAY_AND_TIME = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?Z?$/;
/** Also as the form sends it without a script, or as somebody types it: a date and a time in UTC. */
const pageTime = createParser({
  parse: (text) => time.parse(text) ?? utcTimeOf(text),
  serialize: String,
});
const kind = parseAsStringLiteral(EVENT_KINDS);
const range = parseAsStringLiteral(RANGES);

const single = {
  pageNumber: paging.pageNumber,
  pageSize: integer(MAX_PAGE_SIZE).withDefault(DEFAULT_EVENT_PAGE_SIZE),
  regionId: region,
  vpnGatewayId: resourceId,
  customerGatewayId: resourceId,
  vpnConnectionId: resourceId,
  since: time,
  until: time,
};
const loadEvents = createLoader({ ...single, kind: parseAsNativeArrayOf(kind), format });
const loadEventsPage = createLoader({
  ...single,
  since: pageTime,
  until: pageTime,
  kind: parseAsNativeArrayOf(kind),
});
const ofEvents = new Map<string, AnyParser>(Object.entries({ ...single, format }));
const kinds = new Map([["kind", { item: kind, max: EVENT_KINDS.length }]]);

/** The page of events: nonsense in its URL falls back to the default. */
export function readEventsPage(searchParams: Given): EventParameters {
  return withoutRepeats(loadEventsPage(trimmed(searchParams)));
}

/** Whether what the form has sent without a script is not as it stands in a link. */
export function isUntidyEvents(searchParams: Given): boolean {
  const times = [searchParams.since ?? [], searchParams.until ?? []].flat();
  return isUntidy(searchParams) || times.some((text) => time.parse(text) === null);
}

function utcTimeOf(text: string): number | null {
  if (!DAY_AND_TIME.test(text)) return null;
  const [day = "", clock = "00:00"] = text.replace("Z", "").split(/[T ]/);
  const value = Date.parse(`${day}T${clock}Z`);
  return value >= 0 ? value : null;
}

type ApiEvents = { events: EventParameters; format: DownloadFormat | null };

/** The API's events: nothing is guessed. */
export function readEvents(searchParams: URLSearchParams): StrictlyRead<ApiEvents> {
  const objection = firstObjection(searchParams, ofEvents, kinds);
  if (objection !== null) return objection;
  const { format: asked, ...read } = loadEvents(searchParams);
  return { ok: true, parameters: { events: withoutRepeats(read), format: asked } };
}

const withoutRepeats = (read: EventParameters) => ({ ...read, kind: [...new Set(read.kind)] });

const loadRange = createLoader({ range: range.withDefault(DEFAULT_RANGE) });
const ofHistory = new Map<string, AnyParser>([["range", range]]);

export function readRangePage(searchParams: Given): Range {
  return loadRange(trimmed(searchParams)).range;
}

export function readRange(searchParams: URLSearchParams): StrictlyRead<{ range: Range }> {
  const objection = firstObjection(searchParams, ofHistory, new Map());
  return objection ?? { ok: true, parameters: loadRange(searchParams) };
}
