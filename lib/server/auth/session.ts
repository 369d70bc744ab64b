import "server-only";
import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { revocations } from "@/lib/server/auth/revocations";
import { inSeconds, seal, unseal } from "@/lib/server/auth/sealed";
import { contact } from "@/lib/server/replicas/contact";
import { defineSingleton } from "@/lib/server/runtime/singleton";

/** Without a request for this long, a session is over. */
const IDLE_SECONDS = 30 * 60;
/** A cookie this old is replaced: often enough for the above to be so, and seldom enough to cost nothing. */
const RENEWED_AFTER_SECONDS = 60;
/** And in any case after this: then the roles are asked for again. */
const LONGEST_SECONDS = 12 * 3600;

const shape = z.object({
  id: z.string(),
  by: z.enum(["oidc", "local"]),
  /** What the provider or the file calls the user, for good. */
  subject: z.string(),
  /** What the user is called to their face, and in the log. */
  name: z.string(),
  /** As the provider told them; a local account's are looked up in its file each time. */
  roles: z.array(z.string()),
  /** Of a local account: changes with its password. */
  proof: z.string().optional(),
  /** Epoch seconds: sign-in, and when the cookie was made. */
  since: z.number(),
  iat: z.number(),
  exp: z.number(),
});

export type Session = z.infer<typeof shape>;

export type NewSession = Omit<Session, "id" | "since" | "iat" | "exp">;

const nowSeconds = () => inSeconds(0);

/** The cookie of somebody who has just shown who they are; null where they hold more roles than fit. */
export function beginSession(user: NewSession): Promise<string | null> {
  return sealSession({ ...user, id: randomUUID(), since: nowSeconds() });
}

function sealSession(session: Omit<Session, "iat" | "exp">): Promise<string | null> {
  const { id, by, subject, name, roles, proof, since } = session;
  const expiresAt = Math.min(inSeconds(IDLE_SECONDS), since + LONGEST_SECONDS);
  return seal("session", { id, by, subject, name, roles, proof, since }, expiresAt);
}

/** The session in a cookie; null where there is none, or it has ended. */
export async function openSession(cookie: string | undefined): Promise<Session | null> {
  if (cookie === undefined || cookie === "") return null;
  const session = opened().get(cookie) ?? (await openNow(cookie));
  if (session === null || session.exp <= nowSeconds()) return null;
  // Else the first moments of a replica would be good for sessions that have ended in others.
  await contact()?.untilMet();
  return revocations().isRevoked("session", session.id) ? null : session;
}

async function openNow(cookie: string): Promise<Session | null> {
  const read = shape.safeParse(await unseal("session", cookie));
  if (!read.success) return null;
  opened().set(cookie, read.data);
  return read.data;
}

/** A fresh cookie where the old one is not new any more; null where it need not be, or cannot. */
export async function renewed(session: Session): Promise<string | null> {
  const { iat, exp, since } = session;
  const isLastOne = exp >= since + LONGEST_SECONDS;
  if (isLastOne || nowSeconds() - iat < RENEWED_AFTER_SECONDS) return null;
  return sealSession(session);
}

/** Also for copies of its cookie, and in other replicas within a second. */
export async function endSession({ id, since }: Session): Promise<void> {
  const lastsMs = (since + LONGEST_SECONDS - nowSeconds()) * 1000;
  await revocations().revoke("session", id, Math.max(1_000, lastsMs));
}

/** Polls come with the same cookie again and again. */
const opened = defineSingleton(
  "openedSessions",
  () => new LRUCache<string, Session>({ max: 1_000 }),
);

/** What the browser is told of a cookie's life, in seconds. */
export const SESSION_SECONDS = IDLE_SECONDS;
