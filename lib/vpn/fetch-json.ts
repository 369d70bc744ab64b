import type { Problem } from "@/lib/vpn/problem";

/** A problem reply of our own API. */
export class ProblemError extends Error {
  override name = "ProblemError" as const;
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

type Dated = { fetchedAt?: number | null };
type Answered = Dated & { regions?: (Dated & { state?: string })[] };

/** The last answer of each address and its ETag: more addresses than a page polls at a time. */
const MAX_ANSWERS = 20;
const answers = new Map<string, { etag: string; text: string }>();

/** A server that takes a question and never answers it must not stop the next one. */
const REPLY_TIMEOUT_MS = 60_000;

/** Which build has answered last; null before the first answer. */
let answeringBuild: string | null = null;

export function serverBuild(): string | null {
  return answeringBuild;
}

/**
 * Reads one of our own routes, which says so where nothing has changed since this tab has asked it last. A
 * problem reply throws a ProblemError; anything that is not ours (no network, a proxy's HTML) throws
 * another error. The body is trusted: the same build made it.
 */
export async function fetchJson<Answer extends object>(
  href: string,
  signal: AbortSignal,
): Promise<Answer> {
  const known = answers.get(href);
  const headers = new Headers({ accept: "application/json" });
  if (known !== undefined) headers.set("if-none-match", known.etag);
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(REPLY_TIMEOUT_MS)]);
  const response = await fetch(href, { signal: inTime, headers });
  answeringBuild = response.headers.get("x-build") ?? answeringBuild;
  if (response.status === 304 && known !== undefined) {
    return readAgain(JSON.parse(known.text), Number(response.headers.get("x-fetched-at")));
  }
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith("application/json")) {
    const text = await response.text();
    remember(href, response.headers.get("etag"), text);
    return JSON.parse(text);
  }
  if (type.startsWith("application/problem+json")) {
    const problem: Problem = await response.json();
    throw new ProblemError(problem);
  }
  throw new Error(`${response.status} ${type}`);
}

function remember(href: string, etag: string | null, text: string): void {
  answers.delete(href);
  if (etag !== null) answers.set(href, { etag, text });
  const [oldest] = answers.keys();
  if (answers.size > MAX_ANSWERS && oldest !== undefined) answers.delete(oldest);
}

/** The same answer, read again at this time; each of its regions that could be read not before it. */
function readAgain<Answer extends Answered>(answer: Answer, fetchedAt: number): Answer {
  if (!(fetchedAt > 0)) return answer;
  const regions = answer.regions?.map((region) =>
    region.state === "ready"
      ? Object.assign(region, { fetchedAt: Math.max(region.fetchedAt ?? 0, fetchedAt) })
      : region,
  );
  return Object.assign(answer, { fetchedAt }, regions === undefined ? {} : { regions });
}

/** What a failed read says of itself; null when not even our own server answered. */
export function problemOf(error: Error | null): Problem | null {
  return error instanceof ProblemError ? error.problem : null;
}
