import type { Problem } from "@/lib/vpn/problem";

/** What a page knows when its HTML must go: the answer, a failure, or that it is still on its way. */
export type InitialData<Answer> =
  | { kind: "answer"; answer: Answer }
  | { kind: "problem"; problem: Problem }
  | { kind: "reading" };

export function initialProblemOf(first: InitialData<unknown>): Problem | null {
  return first.kind === "problem" ? first.problem : null;
}

export function answerOf<Answer>(first: InitialData<Answer>): Answer | null {
  return first.kind === "answer" ? first.answer : null;
}

/** Why names are missing: that the thing itself is not there is said in another place. */
export function nameProblemOf(first: InitialData<unknown>): Problem | null {
  const problem = initialProblemOf(first);
  return problem?.code === "not_found" ? null : problem;
}

/** The region is there and the thing is not. A connection that names it proves that it is. */
export function isMissing(
  thing: InitialData<unknown>,
  connections: InitialData<{ totalCount: number }> | null = null,
): boolean {
  const problem = initialProblemOf(thing);
  const isUnknown = problem?.code === "not_found" && problem.parameter !== "regionId";
  return isUnknown && (connections === null || (answerOf(connections)?.totalCount ?? 0) === 0);
}
