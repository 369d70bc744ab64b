import "server-only";
import type { IncomingMessage } from "node:http";

/** What a `Request` of Fetch cannot be made with, and Node lets through. */
const UNREADABLE_METHOD = "TRACE";

/**
 * Brings what Next would answer with a bare 500, or with a redirection of its own, into a form that it
 * forwards to the proxy, which then answers it like any other.
 */
export function makeReadable(request: IncomingMessage): void {
  request.url = readableTarget(request.url ?? "/");
  // Nothing here takes OPTIONS either, so that the answer is the same.
  if (request.method === UNREADABLE_METHOD) request.method = "OPTIONS";
}

/** A path and query of this server, whatever the target of the request looks like. */
export function readableTarget(target: string): string {
  const [path = "", ...query] = withoutHost(target).split("?");
  return [readablePath(path), ...query].join("?");
}

/**
 * Without the host that a request may name in its target too, as to a proxy (RFC 9112, section 3.2.2):
 * Next would answer with a redirection to it, whatever it is. Nor is `*` a path (section 3.2.4).
 */
function withoutHost(target: string): string {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
  return path.startsWith("/") ? path : `/${path}`;
}

/** Where a percent sign begins nothing, each stands for itself. */
function readablePath(path: string): string {
  try {
    decodeURIComponent(path);
    return path;
  } catch {
    return path.replaceAll("%", "%25");
  }
}
