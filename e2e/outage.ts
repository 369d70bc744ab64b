import { expect } from "playwright/test";
import type { AppServer } from "@/e2e/app-server";
import type { Case } from "@/e2e/faults";
import { REGION } from "@/e2e/fixtures";
import { idsOf, type Visit, visit, visitsOf } from "@/e2e/every-address";
import type { Simulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";

/** Every address, and what it says on a good day. */
export type GoodDay = { visits: Visit[]; summary: (one: Visit) => string };

const LIST = "/regions/[regionId]/vpn-connections";

/**
 * Enough for a cause of a problem whose pages have been looked at with another cause: every question that is
 * asked of the API, and the page that says what to do. Pages are made of the problem alone. What needs no answer
 * of the API is the same whatever the cause.
 */
export const isEnough = (one: Visit, good: string) =>
  !isOurs(one, good) && (one.as === "data" || one.route === LIST);

/** What an address says during an outage: any of these. */
export type Outage = (one: Visit, good: string, problem: Told) => string | string[];
type Told = Pick<Case, "code" | "status"> & { regionId?: string };

const goodDays = new Map<string, Promise<GoodDay>>();

/** Found out once for a server and a region. */
export function goodDayOf(
  app: AppServer,
  simulator: Simulator,
  regionId = REGION,
): Promise<GoodDay> {
  const name = `${app.url} ${regionId}`;
  const known = goodDays.get(name) ?? findOut(app, simulator, regionId);
  goodDays.set(name, known);
  return known;
}

async function findOut(app: AppServer, simulator: Simulator, regionId: string): Promise<GoodDay> {
  const ids = await idsOf(app, regionId, { rows: 10 });
  // Payloads do not tell in short what they say; that they keep secrets is for secrets-roles.spec.ts to see.
  const visits = visitsOf(regionId, ids).filter(({ as }) => as !== "payload");
  await expect
    .poll(async () => (await fetch(app.url + api.overview)).text())
    .not.toMatch(/"state":"(loading|failed)"/);
  const replies = await Promise.all(visits.map((one) => visit(app, simulator, one)));
  const summary = new Map(replies.map((one) => [keyOf(one), one.summary]));
  return { visits, summary: (one) => summary.get(keyOf(one)) ?? "not asked on a good day" };
}

const keyOf = ({ address, as }: Visit) => `${as} ${address}`;

/** Whether the address answers without the API: a file, history, or what is asked for wrongly. */
function isOurs({ route }: Visit, good: string): boolean {
  const others = [
    "/metrics",
    "/events",
    "/api/events",
    "/api/health",
    "/api/auth/sign-in",
    "/api/auth/callback",
    "/api/auth/sign-out",
    "/api/preferences",
    "/api/[[...path]]",
    "/[...path]",
  ];
  return good.startsWith("400") || route.startsWith("/_") || others.includes(route);
}

/** The sign-in page leads home where nobody has to sign in, a search that finds no one thing to the list. */
const isOverRegions = (route: string) =>
  [
    "/",
    "/sign-in",
    "/search",
    "/findings",
    "/subnets",
    "/vpn-connections",
    "/vpn-gateways",
    "/customer-gateways",
  ].includes(route);
const isDataOverRegions = (route: string) =>
  [
    "/api/overview",
    "/api/findings",
    "/api/subnets",
    "/api/vpn-connections",
    "/api/vpn-gateways",
    "/api/customer-gateways",
  ].includes(route);

/** Every call to one region fails. */
export const ofRegion: Outage = (one, good, { code, status, regionId = REGION }) => {
  const { route, address, as } = one;
  if (isOurs(one, good)) return good;
  // On a wall a region that the account does not have is nothing to look after.
  if (code === "not_found" && address.includes("display=wall")) return good;
  if (isOverRegions(route)) return `200 ${code}`;
  if (isDataOverRegions(route)) {
    return good === "200" ? `200 ${regionId} failed ${code}` : `${good} incomplete`;
  }
  // What is in no region is remembered for a moment.
  if (route === "/go/[id]") {
    // While a call is tried again, that is what the page says.
    return [...(good === "200" ? said(route, code) : [good, `200 ${code}`]), "200 reading"];
  }
  if (!address.includes(`/regions/${regionId}/`)) return good;
  // What history knows, it tells without the API.
  if (route.endsWith("/history") && good === "200") return good;
  const others = askedInVain(one) ? [good] : [];
  return [...(as === "data" ? [`${status} ${code}`] : said(route, code)), ...others];
};

/** What names a region that is not there may be refused before the API is asked. */
const askedInVain = ({ address }: Visit) => address.includes("no-such-region");

/** Lists of gateways, of a region or of all. */
const isOfGateways = (route: string) => /(vpn|customer)-gateways$/.test(route);

/** A region that is not there has no such thing, and its list says so in words of its own. */
function said(route: string, code: Case["code"]): string[] {
  if (route === LIST || isOfGateways(route)) return [`200 ${code}`];
  return code === "not_found" ? ["200 nothing"] : [`200 ${code}`, `200 ${code} names`];
}

/** The connections are there, what is known of the gateways is not. */
export const ofNames: Outage = (one, good, { code, status }) => {
  const { route, address, as } = one;
  const isOfGateway = /gateways\/\[/.test(route) && address.includes(`/regions/${REGION}/`);
  if (isOurs(one, good)) return good;
  if (as === "page" && isOfGateways(route)) return `200 ${code}`;
  if (as === "data") return isOfGateway ? `${status} ${code}` : good;
  // One that leads to the page of a gateway, or of a connection of which there is none.
  if (route === "/go/[id]") return [good, `200 ${code}`, `200 ${code} names`];
  // What only they know is a placeholder, and a note says so; what cannot be written needs none of it.
  if (route.endsWith("/peer-config")) return good === "200" ? [good, `200 ${code}`] : good;
  const isConnection = route === "/regions/[regionId]/vpn-connections/[vpnConnectionId]";
  if (!isOfGateway && !isConnection) return good;
  return isConnection && good !== "200" ? good : `200 ${code} names`;
};

/** Not even the list of regions is to be had. */
export const ofAll: Outage = (one, good, { code, status }) => {
  if (isOurs(one, good)) return good;
  const others = askedInVain(one) ? [good] : [];
  if (one.as === "data") return [`${status} ${code}`, ...others];
  return [`200 ${code}`, `200 ${code} names`, ...others];
};

/** As an outage, but for calls that take so long that a page, or a part of it, is still reading. */
export const orReading =
  (outage: Outage): Outage =>
  (one, good, problem) => {
    const wanted = [outage(one, good, problem)].flat();
    const isOut = wanted.some((summary) => summary.includes(problem.code));
    if (one.as !== "page" || !isOut) return wanted;
    return [
      "200 reading",
      "200 names reading",
      ...wanted.flatMap((summary) => [summary, `${summary} reading`]),
    ];
  };
