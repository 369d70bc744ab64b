import "server-only";
import type { Locale } from "@/lib/i18n/locales";
import type { Region } from "@/lib/vpn/types";
import type { Scope, User } from "@/lib/server/auth/user";
import { failures, isWritten, sharedAnswers } from "@/lib/server/inventory/shared-answers";
import { failureTtlMs } from "@/lib/server/inventory/cache-times";
import { createAnswerCache, type Current } from "@/lib/server/runtime/answer-cache";
import { env } from "@/lib/server/runtime/settings";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { isRegionId } from "@/lib/vpn/region-id";
import { describeRegions } from "@/lib/server/vpc-api/regions";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

/** Regions come and go within years; names in the user's language are worth no call a minute. */
const REGIONS_TTL_MS = 10 * 60_000;
/** The list changes within years: an old one is as good for days, and a failure is tried again soon. */
const STALE_MS = 7 * 24 * 3_600_000;
/** How long a page waits for the list of regions before it does without. */
const REGIONS_WAIT_MS = 2_000;
/** And how long it then does not ask at all, so that a fault there does not slow every page. */
const REGIONS_PAUSE_MS = 15_000;

/** The regions to show, in the API's order, named in the user's language. Throws VpcApiError. */
export async function listRegions(user: User): Promise<Region[]> {
  const wanted = env().TUNNELBOARD_REGIONS;
  const language = languageOf(user.locale);
  try {
    const { answer } = await readList(language);
    return seenOf(answer, user);
  } catch (error) {
    // Names are a courtesy where the operator has said which regions there are.
    if (wanted !== undefined) return seenOf(wanted.map(unnamed), user);
    throw error;
  }
}

/** The regions as they were last told, for which nobody waits; null where they never were. */
export function lastRegions(user: User): Region[] | null {
  const regions = lists().kept(languageOf(user.locale))?.answer ?? null;
  return regions && seenOf(regions, user);
}

/** The regions that are known in whatever language, by their ids, for which nobody waits and no call is made. */
export function knownRegionIds(user: User): string[] {
  const told = LANGUAGES.map((language) => lists().kept(language)?.answer ?? null);
  const list = told.find((one) => one !== null) ?? null;
  const regions = list === null ? (namedRegions(user) ?? []) : seenOf(list, user);
  return regions.map(({ regionId }) => regionId);
}

const lists = defineSingleton("regions", () =>
  createAnswerCache<Region[]>({
    ttlMs: REGIONS_TTL_MS,
    failureTtlMs: failureTtlMs(),
    staleMs: STALE_MS,
  }),
);

/** Of which one replica reads for all. */
export const sharedRegions = defineSingleton("sharedRegions", () =>
  sharedAnswers().share<Region[], Region>({
    ...failures,
    name: "regions",
    cache: lists,
    partsOf: (items) => ({ head: null, items }),
    answerOf: (_head, items, before) => before ?? items,
    toJson: (region) => region,
    fromJson: (json) => (isWritten<Region>(json, "regionId") ? json : null),
    readNow: readList,
  }),
);

function readList(language: string): Promise<Current<Region[]>> {
  const read = () =>
    describeRegions(env().TUNNELBOARD_REGIONS?.[0] ?? "cn-hangzhou", languageNamed(language));
  return lists().read(language, () => sharedRegions().load(language, read, true));
}

/** As DescribeRegions calls them. */
const LANGUAGES = ["en-US", "zh-CN"] as const;
const languageNamed = (name: string) => (name === "zh-CN" ? name : "en-US");
const languageOf = (locale: Locale) => (locale === "zh-CN" ? "zh-CN" : "en-US");

/** Of these the regions that the operator has named and the user may see. */
function seenOf(regions: Region[], user: User): Region[] {
  const wanted = env().TUNNELBOARD_REGIONS;
  return regions.filter(
    ({ regionId }) =>
      (wanted === undefined || wanted.includes(regionId)) && user.scopeOf(regionId) !== "nothing",
  );
}

const unnamed = (regionId: string): Region => ({ regionId, localName: regionId });

/** Regions that are known without asking: those the operator has named. */
export function namedRegions(user: User): Region[] | null {
  const wanted = env().TUNNELBOARD_REGIONS;
  return wanted === undefined ? null : seenOf(wanted.map(unnamed), user);
}

const pause = defineSingleton("regionsPause", () => ({ until: 0 }));

/** The regions if they are there soon, else null: no page fails, or waits twice, for want of names. */
export async function regionsSoon(user: User): Promise<Region[] | null> {
  if (Date.now() < pause().until) return lastRegions(user);
  const listing = listRegions(user).catch(() => null);
  const regions = (await withTimeout(listing, REGIONS_WAIT_MS)) ?? null;
  pause().until = regions === null ? Date.now() + REGIONS_PAUSE_MS : 0;
  return regions ?? lastRegions(user);
}

/**
 * How much the user sees of a region. Throws a ParameterError where there is no such region for them. While
 * the list of regions cannot be had, an id of the right shape passes, and the API itself judges it.
 */
export async function requireRegion(regionId: string, user: User): Promise<Scope> {
  const scope = user.scopeOf(regionId);
  if (!isRegionId(regionId) || scope === "nothing") {
    throw new ParameterError("regionId", "unknownRegion");
  }
  const known = (await regionsSoon(user)) ?? namedRegions(user);
  if (known !== null && !known.some((region) => region.regionId === regionId)) {
    throw new ParameterError("regionId", "unknownRegion");
  }
  return scope;
}

/** The region's name in the user's language, or its id where the name is not to be had. */
export async function regionNameSoon(regionId: string, user: User): Promise<string> {
  const regions = await regionsSoon(user);
  return (
    regions?.find((region) => region.regionId === regionId)?.localName ?? regionId.slice(0, 64)
  );
}
