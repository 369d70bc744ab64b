import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

export type ResponseHead = { status: number; retryAfterMs: number | null };

const current = new AsyncLocalStorage<{ head: ResponseHead | null }>();

subscribe("http.client.response.finish", (message) => {
  const holder = current.getStore();
  if (holder === undefined) return;
  if (typeof message !== "object" || message === null || !("response" in message)) return;
  const { response } = message;
  if (response instanceof IncomingMessage) holder.head = headOf(response);
});

/**
 * Runs a request and tells the status and headers of its response. pop-core loses both when the
 * body is not JSON, and looks at neither when it is.
 */
export async function withResponseHead<T>(
  request: () => Promise<T>,
): Promise<{ head: ResponseHead | null; result: PromiseSettledResult<T> }> {
  const holder: { head: ResponseHead | null } = { head: null };
  const [result] = await current.run(holder, () => Promise.allSettled([request()]));
  return { head: holder.head, result };
}

function headOf(response: IncomingMessage): ResponseHead {
  const text = response.headers["x-acs-retry-after"];
  const retryAfterMs = typeof text === "string" && /^\d{1,9}$/.test(text) ? Number(text) : null;
  return { status: response.statusCode ?? 0, retryAfterMs };
}
