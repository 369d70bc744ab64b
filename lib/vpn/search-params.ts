import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsNativeArrayOf,
  parseAsStringLiteral,
} from "nuqs/server";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_NUMBER, MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import { SORT_FIELDS } from "@/lib/vpn/sort-fields";
import { IPSEC_STATUSES, TUNNEL_MODES, VERDICTS } from "@/lib/vpn/types";

/** Ids as Alibaba spells them; the prefix is left open, since its own documents mix prefixes up. */
const RESOURCE_ID = /^[\w.*-]{1,100}$/;
/** Alibaba's limits: a key of 1-64 and a value of up to 128 characters. */
const TAG = /^[^:]{1,64}:.{0,128}$/su;

/** A word the API may use for a version; a search of what a person types into one line. */
const VERSION = /^\w{1,20}$/;
const SEARCH = /^(?=.*\S)[^\p{Cc}]{1,100}$/u;

const MAX_TAGS = 20;
const MAX_OPEN = MAX_PAGE_SIZE;

const integer = (max: number) =>
  createParser({
    parse: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
      return value >= 1 && value <= max ? value : null;
    },
    serialize: String,
  });

const matching = (pattern: RegExp) =>
  createParser({ parse: (text) => (pattern.test(text) ? text : null), serialize: String });

const resourceId = matching(RESOURCE_ID);
const tag = matching(TAG);
const status = parseAsStringLiteral([...VERDICTS, ...IPSEC_STATUSES]);
const sort = parseAsStringLiteral(SORT_FIELDS.flatMap((field) => [field, `-${field}` as const]));

const paging = {
  pageNumber: integer(MAX_PAGE_NUMBER).withDefault(1),
  pageSize: integer(MAX_PAGE_SIZE).withDefault(DEFAULT_PAGE_SIZE),
};

/** Go upstream as they are. */
const ids = {
  vpnGatewayId: resourceId,
  customerGatewayId: resourceId,
  vpnConnectionId: resourceId,
  resourceGroupId: resourceId,
};

/** The API upstream cannot filter or sort by these: the server reads the region and does it itself. */
const derived = {
  tunnelMode: parseAsStringLiteral(TUNNEL_MODES),
  ikeVersion: matching(VERSION),
  q: matching(SEARCH),
  sort,
};

const listParameters = {
  ...paging,
  ...ids,
  ...derived,
  tag: parseAsNativeArrayOf(tag),
  status: parseAsNativeArrayOf(status),
};
/** What the page's own URL holds beyond the question: ids of the open panels. */
export const openParameter = parseAsNativeArrayOf(resourceId);
const pageParameters = { ...listParameters, open: openParameter };

export type ListParameters = inferParserType<typeof listParameters>;
/** The part of the question that the API upstream answers itself. */
export type UpstreamParameters = Pick<
  ListParameters,
  keyof typeof paging | keyof typeof ids | "tag"
>;
export type ListPageParameters = inferParserType<typeof pageParameters>;

const loadPage = createLoader(pageParameters);

/** A page's URL: nonsense falls back to the default. */
export function readPageParameters(
  searchParams: Record<string, string | string[] | undefined>,
): ListPageParameters {
  const read = loadPage(searchParams);
  return {
    ...withoutRepeats(read),
    open: [...new Set(read.open)].slice(0, MAX_OPEN),
  };
}

function withoutRepeats<Read extends ListParameters>(read: Read): Read {
  return {
    ...read,
    tag: [...new Set(read.tag)].slice(0, MAX_TAGS),
    status: [...new Set(read.status)],
  };
}

/** The question a page asks, without what only the page itself needs. */
export function listParametersOf({ open: _open, ...question }: ListPageParameters): ListParameters {
  return question;
}

type Objection = "unknown" | "repeated" | "tooMany" | "malformed";
type StrictResult =
  | { ok: true; parameters: ListParameters }
  | { ok: false; parameter: string; reason: Objection };

const loadList = createLoader(listParameters);
const single = new Map<string, AnyParser>(Object.entries({ ...paging, ...ids, ...derived }));
const repeatable = new Map<string, { item: AnyParser; max: number }>([
  ["tag", { item: tag, max: MAX_TAGS }],
  ["status", { item: status, max: VERDICTS.length + IPSEC_STATUSES.length }],
]);
type AnyParser = { parse: (text: string) => unknown };

/** An API URL: the first parameter that is unknown, repeated or malformed is named, none is guessed. */
export function readListParametersStrictly(searchParams: URLSearchParams): StrictResult {
  for (const name of new Set(searchParams.keys())) {
    const reason = objectionTo(name, searchParams.getAll(name));
    if (reason !== null) return { ok: false, parameter: name, reason };
  }
  return { ok: true, parameters: withoutRepeats(loadList(searchParams)) };
}

function objectionTo(name: string, values: string[]): Objection | null {
  const many = repeatable.get(name);
  const parser = many?.item ?? single.get(name);
  if (parser === undefined) return "unknown";
  if (values.length > (many?.max ?? 1)) return many ? "tooMany" : "repeated";
  return values.every((value) => parser.parse(value) !== null) ? null : "malformed";
}

/** Query strings with the defaults left out. */
export const serializePage = createSerializer(pageParameters);
export const serializeList = createSerializer(listParameters);

/** `key:value` to its parts: a key holds no colon here, a value may. */
export function splitTag(text: string): { key: string; value: string } {
  const colon = text.indexOf(":");
  return { key: text.slice(0, colon), value: text.slice(colon + 1) };
}

/** What narrows the list and may be given once, in the order it is shown in. */
export const SINGLE_FILTERS = [
  "q",
  "tunnelMode",
  "ikeVersion",
  "vpnGatewayId",
  "customerGatewayId",
  "vpnConnectionId",
  "resourceGroupId",
] as const;

/** Whether anything narrows the list, so that nothing found does not mean nothing there. */
export function isFiltered({ tag, status, ...single }: ListParameters): boolean {
  return tag.length + status.length > 0 || SINGLE_FILTERS.some((name) => single[name] !== null);
}

/** Whether one page of the API upstream is not enough to answer. */
export function needsWholeRegion(parameters: ListParameters): boolean {
  const { status, tunnelMode, ikeVersion, q } = parameters;
  return (
    status.length > 0 ||
    [tunnelMode, ikeVersion, q, parameters.sort].some((value) => value !== null)
  );
}
