import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/** A page of 50 connections has a few hundred kilobytes. */
const MAX_BODY_BYTES = 10_000_000;

export type ResponseHead = {
  status: number;
  retryAfterMs: number | null;
  /** The body was more than any answer can be, and reading it was given up. */
  isTooLong: boolean;
};

const current = new AsyncLocalStorage<{ head: ResponseHead | null }>();

subscribe("http.client.response.finish", (message) => {
  const holder = current.getStore();
  if (holder === undefined) return;
  if (typeof message !== "object" || message === null || !("response" in message)) return;
  const { response } = message;
  if (!(response instanceof IncomingMessage)) return;
  holder.head = headOf(response);
  endIfTooLong(response, holder.head);
});

/** pop-core would collect whatever comes; a listener of the body itself would take it from it. */
function endIfTooLong(response: IncomingMessage, head: ResponseHead): void {
  const { socket } = response;
  let received = 0;
  const count = (chunk: Uint8Array) => {
    received += chunk.length;
    if (received <= MAX_BODY_BYTES) return;
    head.isTooLong = true;
    socket.destroy();
  };
  socket.on("data", count);
  response.once("close", () => socket.off("data", count));
}

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
  return { status: response.statusCode ?? 0, retryAfterMs, isTooLong: false };
}
