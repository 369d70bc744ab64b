import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { User } from "@/lib/server/auth/user";
import type { AccountFindings } from "@/lib/server/inventory/account-findings";
import { ruleTexts, ruleTitles } from "@/lib/server/inventory/finding-titles";
import { findingWords } from "@/lib/server/inventory/finding-words";
import { rememberVersion } from "@/lib/server/inventory/selections";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import type { RuleId } from "@/lib/vpn/findings/finding";
import type { FindingList, ListedFinding } from "@/lib/vpn/findings/list";
import type { FindingParameters, Grouping } from "@/lib/vpn/findings/parameters";
import type { FoundFinding } from "@/lib/vpn/findings/found";
import { createFindingSelector, type FindingSelection } from "@/lib/vpn/findings/selection";

/** As much of a list as does not depend on how far regions have been read. */
export type FindingPage = Pick<
  FindingList,
  "findings" | "totalCount" | "pageNumber" | "pageSize" | "counts" | "waived" | "facets"
>;

/** Findings compared with a question in one go, which takes a few milliseconds. */
const PORTION = 5_000;

/** Questions whose answers are kept until something else is found. */
const MAX_QUESTIONS = 100;

type Kept = { version: string; page: Promise<FindingPage> };

const kept = defineSingleton(
  "findingPages",
  () => new LRUCache<string, Kept>({ max: MAX_QUESTIONS }),
);

/** All that a question finds, in order. */
export async function selectFindings(
  { found }: AccountFindings,
  question: FindingParameters,
  by: Grouping,
  user: User,
): Promise<FindingSelection> {
  const selector = createFindingSelector(question, await rulesTitled(question.q, user));
  for (const [index, one] of found.entries()) {
    if (index % PORTION === PORTION - 1) await otherWork();
    selector.add(one);
  }
  return selector.selection(by);
}

/** The asked page in words; the same object for all who ask the same while nothing else is found. */
export function findingPage(
  account: AccountFindings,
  question: FindingParameters,
  by: Grouping,
  user: User,
): Promise<FindingPage> {
  const key = JSON.stringify([user.scopeKey, user.locale, by, question]);
  const known = kept().get(key);
  if (known?.version === account.version) return known.page;
  const page = makePage(account, question, by, user);
  kept().set(key, { version: account.version, page });
  page.then(
    (made) => rememberVersion(made, `${key} ${account.version}`),
    () => kept().delete(key),
  );
  return page;
}

async function makePage(
  account: AccountFindings,
  question: FindingParameters,
  by: Grouping,
  user: User,
): Promise<FindingPage> {
  const { pageNumber, pageSize } = question;
  const { found, counts, waived, severities, rules } = await selectFindings(
    account,
    question,
    by,
    user,
  );
  const [toListed, titles] = [await listedFor(user), await ruleTitles(user.locale)];
  const from = (pageNumber - 1) * pageSize;
  return {
    findings: found.slice(from, from + pageSize).map(toListed),
    totalCount: found.length,
    pageNumber,
    pageSize,
    counts,
    waived,
    facets: {
      severities,
      rules: rules.map(({ rule, severity, count }) => {
        return { rule, severity, title: titles.get(rule) ?? rule, count };
      }),
    },
  };
}

/** Puts what has been found into the words of a user's language. */
export async function listedFor(user: User): Promise<(one: FoundFinding) => ListedFinding> {
  const inWords = await findingWords(user.locale);
  return ({ finding, connection, waiver }) => ({
    ...inWords(finding),
    customerGatewayIds: connection?.customerGatewayIds ?? [],
    tags: connection?.tags ?? [],
    waiver,
  });
}

/** The rules whose title or references hold what is searched for. */
async function rulesTitled(q: string | null, user: User): Promise<ReadonlySet<RuleId>> {
  if (q === null) return new Set();
  const wanted = q.trim().toLowerCase();
  const texts = [...(await ruleTexts(user.locale))];
  return new Set(texts.filter(([, text]) => text.includes(wanted)).map(([rule]) => rule));
}
