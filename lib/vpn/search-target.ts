import { pages } from "@/lib/vpn/hrefs";
import type { IdKind } from "@/lib/vpn/id-lookup";
import { MAX_SEARCH_LENGTH, NO_PARAMETERS } from "@/lib/vpn/list-parameters";

/** One thing that has a page of its own. */
export type Thing = { kind: IdKind; regionId: string; id: string };

/** What is known of what somebody looks for. */
export type Found = {
  /** What has exactly this id, name or public address. */
  exact: Thing[];
  /** The one connection that the list would show; null where there are none or more. */
  only: Thing | null;
  /** Whether all regions have been read: else others may have the same. */
  isWhole: boolean;
};

/**
 * Where a search leads: to the one thing that is called so, else to the one that is found, else to the list,
 * which shows what has been found and what could not be read. Nothing is found where nothing is known (null).
 */
export function hrefOfSearch(text: string, found: Found | null) {
  const list = pages.vpnConnections(null, {
    q: text.slice(0, MAX_SEARCH_LENGTH) || NO_PARAMETERS.q,
  });
  if (found === null) return list;
  const { exact, only, isWhole } = found;
  const [one, another] = exact;
  if (one === undefined) return isWhole && only !== null ? hrefOf(only) : list;
  // No two things have one id; names are given as people like.
  if (another === undefined) return isWhole || one.id === text ? hrefOf(one) : list;
  return exact.every(({ id }) => id === text) ? pages.go(text) : list;
}

const hrefOf = ({ kind, regionId, id }: Thing) => pages.of(kind, regionId, id);
