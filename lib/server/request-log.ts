import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { log } from "@/lib/server/log";

/** Next's own static files: many, and no news. */
const STATIC = "/_next/static/";
const MAX_PATH = 200;

/**
 * A line for each request that this process serves, when its answer has gone out or its reader has
 * gone away. Without the query, which holds whatever a reader has typed.
 */
export function logRequests(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    if (!("request" in message) || !("response" in message)) return;
    const { request, response } = message;
    if (request instanceof IncomingMessage && response instanceof ServerResponse) {
      logAtEnd(request, response);
    }
  });
}

function logAtEnd(request: IncomingMessage, response: ServerResponse): void {
  const startedAt = performance.now();
  const { method } = request;
  const path = (request.url ?? "").split("?", 1)[0]?.slice(0, MAX_PATH) ?? "";
  if (path.startsWith(STATIC)) return;
  response.once("close", () => {
    const durationMs = Math.round(performance.now() - startedAt);
    const isWhole = response.writableFinished;
    log().info({ method, path, status: response.statusCode, durationMs, isWhole }, "request");
  });
}
