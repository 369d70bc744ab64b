import "server-only";
import { AccessError } from "@/lib/server/auth/access-error";
import type { RequestIdentity } from "@/lib/server/auth/request-identity";
import { cookieName } from "@/lib/server/auth/cookies";
import { type Grant, grantOf } from "@/lib/server/auth/grant";
import { isWithin } from "@/lib/server/runtime/networks";
import { openSession, type Session } from "@/lib/server/auth/session";
import { requireLoopback } from "@/lib/server/auth/loopback-host-check";
import { USER_NAME, usersOf } from "@/lib/server/auth/users-file";
import { env } from "@/lib/server/runtime/settings";
import { requestContext } from "@/lib/server/runtime/request-context";

/** Who a request is from. */
export type Identity = {
  /** Null where nobody has to sign in. */
  name: string | null;
  grant: Grant;
  session: Session | null;
};

/**
 * Who a request is from, by the way of access that is configured. The proxy asks it first and data
 * access again. Throws AccessError.
 */
export async function identify(request: RequestIdentity): Promise<Identity> {
  const { access } = env();
  const { name, roles, session } = await {
    loopback: async () => onLoopback(request),
    proxy: async () => behindProxy(request),
    session: () => inSession(request),
  }[access.by]();
  const grant = grantOf(roles);
  if (grant === null) throw new AccessError("noRole", null, name);
  const context = requestContext();
  if (context !== undefined) {
    const by = session?.by ?? (access.by === "proxy" ? "proxy" : "this machine");
    const subject = session?.by === "oidc" ? session.subject : undefined;
    context.user = { name, role: grant.role, by, subject };
  }
  return { name, grant, session };
}

type Known = Omit<Identity, "grant"> & { roles: string[] };

function onLoopback(request: RequestIdentity): Known {
  requireLoopback(request);
  return { name: null, roles: ["operator"], session: null };
}

function behindProxy({ header }: RequestIdentity): Known {
  const { access, TUNNELBOARD_TRUSTED_PROXIES: proxies } = env();
  if (access.by !== "proxy" || proxies === undefined) throw new AccessError("untrustedProxy");
  const peer = requestContext()?.peer ?? "";
  if (!isWithin(proxies, peer)) throw new AccessError("untrustedProxy");
  const name = utf8(header(access.userHeader));
  if (name === null || !USER_NAME.test(name)) throw new AccessError("noUser");
  if (access.usersFile === null) return { name, roles: ["viewer"], session: null };
  return { name, roles: usersOf(access.usersFile).get(name)?.roles ?? [], session: null };
}

/** Proxies write names in UTF-8, and a header arrives as a character for each byte. */
function utf8(text: string | null): string | null {
  try {
    return text && new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}

async function inSession({ cookie }: RequestIdentity): Promise<Known> {
  const session = await openSession(cookie(cookieName("session")));
  if (session === null) throw new AccessError("signInRequired");
  return { name: session.name, roles: rolesOf(session), session };
}

function rolesOf(session: Session): string[] {
  const { access } = env();
  if (access.by !== "session") return [];
  if (session.by === "oidc") {
    if (access.oidc === null) throw new AccessError("signInRequired");
    return session.roles;
  }
  const user =
    access.usersFile === null ? undefined : usersOf(access.usersFile).get(session.subject);
  // Who was taken out of the file, or was given another password, starts anew.
  if (
    user === undefined ||
    user.passwordHash === null ||
    session.proof !== proofOf(user.passwordHash)
  ) {
    throw new AccessError("signInRequired", null, session.name);
  }
  return user.roles;
}

/** Of a password hash that which a session may carry: its salt, which is new with each password. */
export function proofOf(passwordHash: string): string {
  return passwordHash.split("$")[3] ?? "";
}
