import "server-only";
import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/server/process-wide";
import { toProblem } from "@/lib/server/problem";

/**
 * A route's answer as JSON (or as the response it has made itself), or its failure as a problem
 * reply. Data is for nobody's cache.
 */
export async function reply(read: () => Promise<object>): Promise<Response> {
  try {
    const answer = await read();
    if (answer instanceof Response) return answer;
    return new Response(new Uint8Array(bodyOf(answer)), {
      headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    });
  } catch (error) {
    const problem = await toProblem(error);
    const headers = new Headers({
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    });
    if (problem.retryAfter !== undefined) headers.set("Retry-After", String(problem.retryAfter));
    return new Response(JSON.stringify(problem), { status: problem.status, headers });
  }
}

const MAX_BYTES = 20_000_000;

/** Written once for all who get the same answer. */
function bodyOf(answer: object): Buffer {
  const bodies = processWide(
    "bodies",
    () =>
      new LRUCache<object, Buffer>({ maxSize: MAX_BYTES, sizeCalculation: ({ length }) => length }),
  );
  const body = bodies.get(answer) ?? Buffer.from(JSON.stringify(answer));
  bodies.set(answer, body);
  return body;
}
