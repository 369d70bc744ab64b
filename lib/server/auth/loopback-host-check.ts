import "server-only";
import { AccessError } from "@/lib/server/auth/access-error";
import type { RequestIdentity } from "@/lib/server/auth/request-identity";
import { isLoopbackAddress, isLoopbackName, nameOfHost } from "@/lib/server/runtime/loopback";
import { env } from "@/lib/server/runtime/settings";
import { requestContext } from "@/lib/server/runtime/request-context";

/**
 * Where nobody has to sign in, or the app has no public address, only the names of this machine are
 * answered to. That keeps a site of the internet from reading through the browser of somebody who
 * sits here by letting its own name lead to 127.0.0.1. Throws AccessError.
 */
export function requireLoopbackHost({ header }: RequestIdentity): void {
  const { access } = env();
  const isForLoopback =
    access.by === "loopback" || (access.by === "session" && access.appUrl === null);
  if (!isForLoopback) return;
  const name = nameOfHost(header("host"));
  if (name === null || !isLoopbackName(name)) throw new AccessError("wrongHost");
}

/** Nobody signs in, so only who sits here is served. Throws AccessError. */
export function requireLoopback(request: RequestIdentity): void {
  requireLoopbackHost(request);
  const context = requestContext();
  if (context === undefined || !isLoopbackAddress(context.peer)) {
    throw new AccessError("notLoopback");
  }
  if (context.isForwarded) throw new AccessError("forwarded");
}
