import {
  createLoader,
  createParser,
  parseAsNativeArrayOf,
  parseAsStringLiteral,
} from "nuqs/server";
import { columnsText } from "@/lib/vpn/columns";
import { CONNECTION_COLUMNS, type ConnectionColumn } from "@/lib/vpn/connection-columns";
import {
  DOWNLOAD_FORMATS,
  type DownloadFormat,
  type ListPageParameters,
  type ListParameters,
  MAX_SEARCH_LENGTH,
  openPanelsOf,
  RESOURCE_ID,
} from "@/lib/vpn/list-parameters";
import { DEFAULT_PAGE_SIZE, MAX_PAGE_NUMBER, MAX_PAGE_SIZE } from "@/lib/vpn/paging";
import { isRegionId } from "@/lib/vpn/region-id";
import {
  type AnyParser,
  firstObjection,
  type Repeatable,
  type StrictlyRead,
} from "@/lib/vpn/strict-parameters";
import { apiColumns, pageColumns } from "@/lib/vpn/search-params-columns";
import { SORT_FIELDS } from "@/lib/vpn/sort-fields";
import { IPSEC_STATUSES, TUNNEL_MODES, VERDICTS } from "@/lib/vpn/types";

/** Alibaba's limits: a key of 1-64 and a value of up to 128 characters. */
const TAG = /^[^:]{1,64}:.{0,128}$/su;

/** A word the API may use for a version; a search of what a person types into one line. */
const VERSION = /^\w{1,20}$/;
const SEARCH = new RegExp(`^(?=.*\\S)[^\\p{Cc}]{1,${MAX_SEARCH_LENGTH}}$`, "u");

export const MAX_TAGS = 20;

export const integer = (max: number) =>
  createParser({
    parse: (text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
      return value >= 1 && value <= max ? value : null;
    },
    serialize: String,
  });

export const matching = (pattern: RegExp) =>
  createParser({ parse: (text) => (pattern.test(text) ? text : null), serialize: String });

export const resourceId = matching(RESOURCE_ID);
export const search = matching(SEARCH);
export const region = createParser({
  parse: (text) => (isRegionId(text) ? text : null),
  serialize: String,
});
export const tag = matching(TAG);
const status = parseAsStringLiteral([...VERDICTS, ...IPSEC_STATUSES]);
const sort = parseAsStringLiteral(SORT_FIELDS.flatMap((field) => [field, `-${field}` as const]));

export const paging = {
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
  q: search,
  sort,
};

const listParameters = {
  ...paging,
  ...ids,
  ...derived,
  tag: parseAsNativeArrayOf(tag),
  status: parseAsNativeArrayOf(status),
};
const columns = pageColumns(CONNECTION_COLUMNS);
const pageParameters = { ...listParameters, columns, open: parseAsNativeArrayOf(resourceId) };

const loadPage = createLoader(pageParameters);

/** A page's URL: nonsense falls back to the default. */
export function readPageParameters(searchParams: Given): ListPageParameters {
  const read = loadPage(trimmed(searchParams));
  return {
    ...withoutRepeats(read),
    open: openPanelsOf(read.open),
  };
}

export type Given = Record<string, string | string[] | undefined>;

/**
 * A form without a script sends its empty fields too, and what was pasted with a blank: these have no
 * place in a link. A tag's value may end in a blank.
 */
export function isUntidy(searchParams: Given): boolean {
  return Object.entries(searchParams).some(
    ([name, value]) =>
      (name === "columns" && textsOf(value).length > 1) ||
      textsOf(value).some((one) => one === "" || (name !== "tag" && one.trim() !== one)),
  );
}

/** Under a name like `constructor`, Next hands over what every object has by it, too. */
const textsOf = (value: Given[string]) => [value].flat().filter((one) => typeof one === "string");

export function trimmed(searchParams: Given): Given {
  return Object.fromEntries(
    Object.entries(searchParams).map(([name, value]) => {
      const texts = textsOf(value).map((one) => (name === "tag" ? one : one.trim()));
      // A form without a script sends one for each.
      return [name, name === "columns" ? [columnsText(texts)] : texts];
    }),
  );
}

function withoutRepeats<Read extends ListParameters>(read: Read): Read {
  return {
    ...read,
    tag: [...new Set(read.tag)].slice(0, MAX_TAGS),
    status: [...new Set(read.status)],
  };
}

/** Seconds for which an answer over all regions may wait for those that have not been read. */
const MAX_WAIT_SECONDS = 20;

export const wait = createParser({
  parse: (text) =>
    /^\d{1,2}$/.test(text) && Number(text) <= MAX_WAIT_SECONDS ? Number(text) : null,
  serialize: String,
}).withDefault(0);

export const format = parseAsStringLiteral(DOWNLOAD_FORMATS);
const rowColumns = apiColumns(CONNECTION_COLUMNS);
const loadList = createLoader({ ...listParameters, columns: rowColumns, format, wait });
const ofRegion = new Map<string, AnyParser>(
  Object.entries({ ...paging, ...ids, ...derived, columns: rowColumns, format }),
);
const ofAllRegions = new Map(ofRegion).set("wait", wait);
const ofOverview = new Map<string, AnyParser>([["wait", wait]]);
const repeatable: Repeatable = new Map([
  ["tag", { item: tag, max: MAX_TAGS }],
  ["status", { item: status, max: VERDICTS.length + IPSEC_STATUSES.length }],
]);

type ApiList = {
  list: ListParameters;
  /** What of each connection is asked for; null is all of it. */
  columns: ConnectionColumn[] | null;
  format: DownloadFormat | null;
  waitSeconds: number;
};

/** The API's list of one region: nothing is guessed. */
export function readRegionList(searchParams: URLSearchParams): StrictlyRead<ApiList> {
  return readList(searchParams, ofRegion);
}

/** The API's list over all regions, which can wait for them. */
export function readAllRegionsList(searchParams: URLSearchParams): StrictlyRead<ApiList> {
  return readList(searchParams, ofAllRegions);
}

export function readWait(searchParams: URLSearchParams): StrictlyRead<{ waitSeconds: number }> {
  const objection = firstObjection(searchParams, ofOverview, new Map());
  const { wait: waitSeconds } = loadList(searchParams);
  return objection ?? { ok: true, parameters: { waitSeconds } };
}

function readList(
  searchParams: URLSearchParams,
  single: Map<string, AnyParser>,
): StrictlyRead<ApiList> {
  const objection = firstObjection(searchParams, single, repeatable);
  if (objection !== null) return objection;
  const { format: asked, wait: waitSeconds, columns: ofRows, ...list } = loadList(searchParams);
  const parameters = { list: withoutRepeats(list), columns: ofRows, format: asked, waitSeconds };
  return { ok: true, parameters };
}

/** `key:value` to its parts: a key holds no colon here, a value may. */
export function splitTag(text: string): { key: string; value: string } {
  const colon = text.indexOf(":");
  return { key: text.slice(0, colon), value: text.slice(colon + 1) };
}
