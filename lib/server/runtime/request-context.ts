import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { isIP } from "node:net";
import { isWithin } from "@/lib/server/runtime/networks";
import { env } from "@/lib/server/runtime/settings";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** How somebody has shown who they are. */
export type WayIn = "oidc" | "local" | "proxy" | "this machine" | "metrics token";

/** What is known of a request from its connection, before any code of Next's has touched it. */
export type RequestContext = {
  /** Of the other end of the socket: nothing that a request says can change it. */
  peer: string;
  /** Whether somebody in between says to have passed the request on. */
  isForwarded: boolean;
  /** As it was sent: Next takes the ending off that its router adds. */
  path: string;
  /** Whether Next's router in a page asks, for what a page shows. */
  isRouters: boolean;
  /** Of the user, as far as trusted proxies tell: the peer where none does. */
  address: string;
  response: ServerResponse;
  /** Aborted once the response has been sent whole, or its connection has closed before. */
  closed: AbortSignal;
  /** Whether the work for the answer has begun: until then, whoever leaves costs nothing. */
  hasBegun: boolean;
  /** Who it turned out to be, and what came of it; for the log. */
  user?: { name: string | null; role: string; by: WayIn; subject?: string };
  outcome?: string;
};

/** What proxies and content networks add to what they pass on. */
const OF_PROXIES =
  /^(via|forwarded|x-forwarded.*|x-real-ip|x-client-ip|x-cluster-client-ip|client-ip|x-original-.*|true-client-ip|(cf|cdn|ali-cdn|fastly|x-envoy|x-azure|x-amzn)-.*)$/;

const storage = defineSingleton("requests", () => new AsyncLocalStorage<RequestContext>());

/** From here on, `requestContext` tells of this request, wherever its handling leads. */
export function enterRequest(request: IncomingMessage, response: ServerResponse): RequestContext {
  const peer = request.socket.remoteAddress ?? "";
  const forwardedFor = textOf(request.headers["x-forwarded-for"]);
  const context: RequestContext = {
    peer,
    isForwarded: Object.keys(request.headers).some((name) => OF_PROXIES.test(name)),
    path: request.url?.split("?", 1)[0] ?? "",
    // Next hides this header from the proxy.
    isRouters: request.headers.rsc === "1",
    address: addressOf(peer, forwardedFor),
    response,
    closed: closedSignal(response),
    hasBegun: false,
  };
  storage().enterWith(context);
  changes().count += 1;
  return context;
}

function closedSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    changes().count += 1;
    // With a reason of its own it makes no error, which would cost more than all else here.
    controller.abort("closed");
  });
  return controller.signal;
}

/** Requests that have come, and responses that are done with. */
const changes = defineSingleton("requestChanges", () => ({ count: 0 }));

/** Connections are taken one a turn, and one that has closed is seen to have within a few. */
const QUIET_TURNS = 5;
const MAX_CATCH_UP_MS = 250;

/**
 * Comes back once all who have come, and all who have left, are known: after a long piece of work they
 * are many. While requests keep coming it is over soon too.
 */
export async function catchUp(): Promise<void> {
  const endsAt = performance.now() + MAX_CATCH_UP_MS;
  let seen = changes().count;
  for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
    await nextTurn();
    if (changes().count !== seen && performance.now() < endsAt) quiet = 0;
    seen = changes().count;
  }
}

/**
 * Whether anybody still waits for the answer, whose work begins now. Without a request, as in tests, it
 * is wanted.
 */
export function beginWork(): boolean {
  const context = requestContext();
  if (context === undefined) return true;
  if (context.closed.aborted) return false;
  context.hasBegun = true;
  return true;
}

/** Undefined where the server came up without `enterRequest`: then nothing may be taken for granted. */
export function requestContext(): RequestContext | undefined {
  return storage().getStore();
}

/** The nearest address that is not one of our proxies; what stands before it may be anybody's invention. */
function addressOf(peer: string, forwardedFor: string): string {
  const proxies = env().TUNNELBOARD_TRUSTED_PROXIES;
  let address = peer;
  for (const before of forwardedFor.split(",").toReversed()) {
    if (proxies === undefined || !isWithin(proxies, address)) return address;
    const next = withoutPort(before.trim());
    if (isIP(next) === 0) return address;
    address = next;
  }
  return address;
}

/** Some proxies write the port as well: 192.0.2.1:4711 or [2001:db8::1]:4711. */
function withoutPort(text: string): string {
  return text.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^([\d.]+):\d+$/, "$1");
}

function textOf(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

/** What came of the request: the first that went wrong says it. */
export function noteOutcome(outcome: string): void {
  const context = requestContext();
  if (context !== undefined) context.outcome ??= outcome;
}
