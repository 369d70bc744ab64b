import "server-only";
import { guarded } from "@/lib/server/runtime/secret-guard";
import { noteOutcome } from "@/lib/server/runtime/request-context";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { toProblem } from "@/lib/server/http/problem";
import { INITIAL_DATA_TIMEOUT_MS, SECONDARY_TIMEOUT_MS } from "@/lib/server/runtime/page-timeouts";
import type { InitialData } from "@/lib/vpn/initial-data";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

export async function initialData<Answer>(reading: Promise<Answer>): Promise<InitialData<Answer>> {
  const first = await within(INITIAL_DATA_TIMEOUT_MS, reading);
  if (first.kind === "problem") noteOutcome(first.problem.code);
  if (first.kind === "reading") noteOutcome("reading");
  return first;
}

/** What stands beside a page's own data: it is not waited for long, and does not decide how the page ended. */
export function secondaryData<Answer>(reading: Promise<Answer>): Promise<InitialData<Answer>> {
  return within(SECONDARY_TIMEOUT_MS, reading);
}

async function within<Answer>(
  timeoutMs: number,
  reading: Promise<Answer>,
): Promise<InitialData<Answer>> {
  const settled = reading.then(guarded).then(
    (answer): InitialData<Answer> => ({ kind: "answer", answer }),
    async (error): Promise<InitialData<Answer>> => ({
      kind: "problem",
      problem: await toProblem(error),
    }),
  );
  return (await whileOthersRender(withTimeout(settled, timeoutMs))) ?? { kind: "reading" };
}
