import type { Problem } from "@/lib/vpn/problem";

/** What a page knows when its HTML must go: the answer, a failure, or that it is still on its way. */
export type FirstAnswer<Answer> =
  | { kind: "answer"; answer: Answer }
  | { kind: "problem"; problem: Problem }
  | { kind: "reading" };
