import { pages } from "@/lib/vpn/hrefs";
import { queryStringOf } from "@/lib/vpn/query-string";

/** What the navigation leads to, in its order. */
export const SECTIONS = [
  "overview",
  "vpnConnections",
  "vpnGateways",
  "customerGateways",
  "subnets",
  "events",
  "findings",
] as const;

export type Section = (typeof SECTIONS)[number];

/** Those whose address names a region in its query. */
const WITH_REGION_IN_QUERY = ["subnets", "events", "findings"] as const;

/** Ids of things that are in one region only. */
const IDS_OF_REGION = ["vpnConnectionId", "vpnGatewayId", "customerGatewayId"];

/** The section that a page belongs to; null for those of none, such as the sign-in page. */
export function sectionOf(path: string): Section | null {
  const [, first = "", , kind = ""] = path.split("/");
  if (first === "") return "overview";
  const part = first === "regions" ? kind : first;
  const name = part.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return SECTIONS.slice(1).find((section) => section === name) ?? null;
}

/** The region of a page by its query, where its path names none. */
export function regionInQuery(path: string, search: URLSearchParams): string | null {
  const section = sectionOf(path);
  return section !== null && isWithRegionInQuery(section) ? search.get("regionId") : null;
}

function isWithRegionInQuery(section: Section): section is (typeof WITH_REGION_IN_QUERY)[number] {
  return WITH_REGION_IN_QUERY.some((one) => one === section);
}

/** The path of a section's first page, of one region or, with null, of all. */
export function sectionPath(section: Section, regionId: string | null) {
  if (section === "overview") return pages.home;
  return isWithRegionInQuery(section) ? pages[section]() : pages[section](regionId);
}

export function sectionHref(
  section: Section,
  regionId: string | null,
  /** What else its address holds. */
  filters: [string, string][] = [],
) {
  const ofRegion = regionId !== null && isWithRegionInQuery(section);
  const query = ofRegion ? [["regionId", regionId], ...filters] : filters;
  return `${sectionPath(section, regionId)}${queryStringOf(new URLSearchParams(query))}` as const;
}

type Place = {
  path: string;
  search: URLSearchParams;
  /** Null where the page is about all regions, or none. */
  regionId: string | null;
};

/**
 * The same page in another region, or with null in all of them: a list keeps its filters, the page of a
 * thing leads to the list of its kind. The overview of one region is its list of connections.
 */
export function hrefInRegion({ path, search, regionId: from }: Place, to: string | null) {
  const section = sectionOf(path) ?? "vpnConnections";
  if (section === "overview") return to === null ? pages.home : pages.vpnConnections(to);
  if (path !== sectionPath(section, from)) return sectionHref(section, to);
  const left = new Set(["regionId", "pageNumber", "open"]);
  // A gateway of one region is in no other, but is among those of all.
  if (from !== null && to !== null && from !== to) for (const id of IDS_OF_REGION) left.add(id);
  return sectionHref(
    section,
    to,
    [...search].filter(([name]) => !left.has(name)),
  );
}
