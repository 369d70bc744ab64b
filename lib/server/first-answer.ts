import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { guarded } from "@/lib/server/guard";
import { noteOutcome } from "@/lib/server/request-context";
import { toProblem } from "@/lib/server/problem";
import type { FirstAnswer } from "@/lib/vpn/first-answer";

/** How long the first HTML waits for its rows. */
export const PATIENCE_MS = 4_000;

/** Regions come in one by one, so the first HTML need not wait for the last. */
export const FLEET_PATIENCE_MS = 1_500;

export async function firstAnswer<Answer>(reading: Promise<Answer>): Promise<FirstAnswer<Answer>> {
  const settled = reading.then(guarded).then(
    (answer): FirstAnswer<Answer> => ({ kind: "answer", answer }),
    async (error): Promise<FirstAnswer<Answer>> => ({
      kind: "problem",
      problem: await toProblem(error),
    }),
  );
  const first = await Promise.race([
    settled,
    sleep(PATIENCE_MS, { kind: "reading" } as const, { ref: false }),
  ]);
  if (first.kind === "problem") noteOutcome(first.problem.code);
  if (first.kind === "reading") noteOutcome("reading");
  return first;
}
