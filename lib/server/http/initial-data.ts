import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { guarded } from "@/lib/server/runtime/secret-guard";
import { noteOutcome } from "@/lib/server/runtime/request-context";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { toProblem } from "@/lib/server/http/problem";
import { INITIAL_DATA_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import type { InitialData } from "@/lib/vpn/initial-data";

export async function initialData<Answer>(
  reading: Promise<Answer>,
  timeoutMs = INITIAL_DATA_TIMEOUT_MS,
): Promise<InitialData<Answer>> {
  const settled = reading.then(guarded).then(
    (answer): InitialData<Answer> => ({ kind: "answer", answer }),
    async (error): Promise<InitialData<Answer>> => ({
      kind: "problem",
      problem: await toProblem(error),
    }),
  );
  const first = await whileOthersRender(
    Promise.race([settled, sleep(timeoutMs, { kind: "reading" } as const, { ref: false })]),
  );
  if (first.kind === "problem") noteOutcome(first.problem.code);
  if (first.kind === "reading") noteOutcome("reading");
  return first;
}
