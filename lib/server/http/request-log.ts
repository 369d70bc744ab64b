import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { audit } from "@/lib/server/runtime/audit-log";
import { accessAuditOf, servedAs } from "@/lib/server/http/access-audit";
import { CLIENT_CLOSED_REQUEST } from "@/lib/server/http/connection-closed";
import { log } from "@/lib/server/runtime/log";
import { makeReadable } from "@/lib/server/http/readable-request";
import { setHeaders } from "@/lib/server/http/response-headers";
import { enterRequest, type RequestContext } from "@/lib/server/runtime/request-context";

/** Next's own static files: many, and no news. */
const STATIC = "/_next/static/";
const MAX_PATH = 200;

/**
 * Notes of each request where it comes from, and writes a line of it when its answer has gone out or
 * its user has gone away. Without the query, which holds whatever a user has typed.
 */
export function watchRequests(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null) return;
    if (!("request" in message) || !("response" in message)) return;
    const { request, response } = message;
    if (request instanceof IncomingMessage && response instanceof ServerResponse) {
      const { method } = request;
      makeReadable(request);
      setHeaders(response);
      logAtEnd({ method, url: request.url }, response, enterRequest(request, response));
    }
  });
}

function logAtEnd(
  { method, url = "" }: { method?: string; url?: string },
  response: ServerResponse,
  context: RequestContext,
): void {
  const startedAt = performance.now();
  const served = servedAs(url);
  const path = served.pathname.slice(0, MAX_PATH);
  response.once("close", () => {
    const durationMs = Math.round(performance.now() - startedAt);
    const { headersSent, writableFinished: isWhole } = response;
    const { user, address } = context;
    // A status that nobody has been told is none.
    const status = headersSent ? response.statusCode : CLIENT_CLOSED_REQUEST;
    const isAbandoned = !headersSent && !context.hasBegun;
    const outcome = isAbandoned ? "abandoned" : context.outcome;
    if (user === undefined && served.pathname.startsWith(STATIC) && status < 500) return;
    log().info({ method, path, status, durationMs, isWhole, outcome, user: user?.name }, "request");
    const look = user === undefined ? null : accessAuditOf(served);
    if (look === null) return;
    const { event, resources } = look;
    const reached = isWhole || isAbandoned;
    const result = reached ? (outcome ?? (status < 400 ? "ok" : String(status))) : "broken off";
    const { name, ...who } = user ?? { name: null };
    audit(event, { result, user: name, ...who, address, path, resources });
  });
}
