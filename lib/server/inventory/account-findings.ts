import "server-only";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { User } from "@/lib/server/auth/user";
import { findInPortions } from "@/lib/server/inventory/find-in-portions";
import { type RegionFindings, withSubjects } from "@/lib/server/inventory/region-findings";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { portionsBetween } from "@/lib/vpn/findings/find";
import type { FoundFinding } from "@/lib/vpn/findings/found";

/** What is found of an account, as far as somebody sees it. Never changed. */
export type AccountFindings = {
  found: FoundFinding[];
  /** Another for each time that it was found out. */
  version: string;
};

/** As many users with limits of their own look at findings at a time. */
const MAX_SCOPES = 20;

type Kept = { key: string; findings: Promise<AccountFindings> };

const kept = defineSingleton(
  "accountFindings",
  () => new LRUCache<string, Kept>({ max: MAX_SCOPES }),
);

/** What is found of these regions and between them, once for all who may see the same. */
export function findingsOfAccount(regions: RegionFindings[], user: User): Promise<AccountFindings> {
  const key = regions.map(({ version }) => version).join(" ");
  const known = kept().get(user.scopeKey);
  if (known?.key === key) return known.findings;
  const findings = inspect(regions);
  kept().set(user.scopeKey, { key, findings });
  findings.catch(() => kept().delete(user.scopeKey));
  return findings;
}

async function inspect(regions: RegionFindings[]): Promise<AccountFindings> {
  const inspected = regions.map(({ region }) => region);
  const between = await findInPortions(inspected, Date.now(), portionsBetween);
  const found = [...regions.map((region) => region.found), withSubjects(between, inspected)];
  return { found: found.flat(), version: randomUUID() };
}
