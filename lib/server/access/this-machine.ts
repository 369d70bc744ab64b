import "server-only";
import { AccessError } from "@/lib/server/access/access-error";
import type { Asking } from "@/lib/server/access/asking";
import { isLoopbackAddress, isLoopbackName, nameOfHost } from "@/lib/server/access/loopback";
import { env } from "@/lib/server/env";
import { requestContext } from "@/lib/server/request-context";

/**
 * Where nobody has to sign in, or the app has no public address, only the names of this machine are
 * answered to. That keeps a site of the internet from reading through the browser of somebody who
 * sits here by letting its own name lead to 127.0.0.1. Throws AccessError.
 */
export function requireHost({ header }: Asking): void {
  const { access } = env();
  const isForLoopback =
    access.by === "loopback" || (access.by === "session" && access.appUrl === null);
  if (!isForLoopback) return;
  const name = nameOfHost(header("host"));
  if (name === null || !isLoopbackName(name)) throw new AccessError("wrongHost");
}

/** Nobody signs in, so only who sits here is served. Throws AccessError. */
export function requireThisMachine(asking: Asking): void {
  requireHost(asking);
  const context = requestContext();
  if (context === undefined || !isLoopbackAddress(context.peer)) {
    throw new AccessError("notThisMachine");
  }
  if (context.isForwarded) throw new AccessError("passedOn");
}
