import type { Problem } from "@/lib/vpn/problem";

/** A problem reply of our own API. */
export class ProblemError extends Error {
  override name = "ProblemError" as const;
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/**
 * Reads one of our own routes. A problem reply throws a ProblemError; anything that is not ours (no
 * network, a proxy's HTML) throws another error. The body is trusted: the same build made it.
 */
export async function fetchJson<Answer>(href: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(href, { signal, headers: { accept: "application/json" } });
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith("application/json")) return response.json();
  if (type.startsWith("application/problem+json")) {
    const problem: Problem = await response.json();
    throw new ProblemError(problem);
  }
  throw new Error(`${response.status} ${type}`);
}

/** What a failed read says of itself; null when not even our own server answered. */
export function problemOf(error: Error | null): Problem | null {
  return error instanceof ProblemError ? error.problem : null;
}
