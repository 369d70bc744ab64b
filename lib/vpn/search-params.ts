import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsNativeArrayOf,
} from "nuqs/server";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_NUMBER, MAX_PAGE_SIZE } from "@/lib/vpn/paging";

/** Ids as Alibaba spells them; the prefix is left open, since its own documents mix prefixes up. */
const RESOURCE_ID = /^[\w.*-]{1,100}$/;
/** Alibaba's limits: a key of 1-64 and a value of up to 128 characters. */
const TAG = /^[^:]{1,64}:.{0,128}$/su;

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

const listParameters = { ...paging, ...ids, tag: parseAsNativeArrayOf(tag) };
/** What the page's own URL holds beyond the question: ids of the open panels. */
export const openParameter = parseAsNativeArrayOf(resourceId);
const pageParameters = { ...listParameters, open: openParameter };

export type ListParameters = inferParserType<typeof listParameters>;
export type ListPageParameters = inferParserType<typeof pageParameters>;

const loadPage = createLoader(pageParameters);

/** A page's URL: nonsense falls back to the default. */
export function readPageParameters(
  searchParams: Record<string, string | string[] | undefined>,
): ListPageParameters {
  const read = loadPage(searchParams);
  return {
    ...read,
    tag: [...new Set(read.tag)].slice(0, MAX_TAGS),
    open: [...new Set(read.open)].slice(0, MAX_OPEN),
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
const single = new Map(Object.entries({ ...paging, ...ids }));
const repeatable = new Map(Object.entries({ tag: { item: tag, max: MAX_TAGS } }));

/** An API URL: the first parameter that is unknown, repeated or malformed is named, none is guessed. */
export function readListParametersStrictly(searchParams: URLSearchParams): StrictResult {
  for (const name of new Set(searchParams.keys())) {
    const reason = objectionTo(name, searchParams.getAll(name));
    if (reason !== null) return { ok: false, parameter: name, reason };
  }
  const read = loadList(searchParams);
  return { ok: true, parameters: { ...read, tag: [...new Set(read.tag)] } };
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

/** Whether anything narrows the list, so that nothing found does not mean nothing there. */
export function isFiltered(parameters: ListParameters): boolean {
  const { vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId, tag } = parameters;
  const ids = [vpnGatewayId, customerGatewayId, vpnConnectionId, resourceGroupId];
  return tag.length > 0 || ids.some((id) => id !== null);
}
