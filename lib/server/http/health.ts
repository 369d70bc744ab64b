import "server-only";
import type { User } from "@/lib/server/auth/user";
import { notRecording } from "@/lib/server/database/store";
import { contact } from "@/lib/server/replicas/contact";
import { readsForItself } from "@/lib/server/replicas/replicas";
import type { HistoryFailureReason } from "@/lib/vpn/events";

type Failure = { since: number; reason: HistoryFailureReason };

type Health =
  | { status: "ok" }
  | {
      status: "degraded";
      degraded: {
        /** Replicas go on alone: with a share of the quota, and without knowing of sign-outs elsewhere. */
        replicas?: Failure;
        /** What changes is not written down. */
        history?: Failure;
      };
    };

/** The server serves, whatever is not well: asking Alibaba or the database here would restart it for their faults. */
export function healthFor(user: User | null): Health {
  if (user === null) return { status: "ok" };
  const replicas = aloneNow();
  // Another one keeps it, where this one follows.
  const history = readsForItself() ? notRecording() : null;
  if (replicas === null && history === null) return { status: "ok" };
  return {
    status: "degraded",
    degraded: { ...(replicas !== null && { replicas }), ...(history !== null && { history }) },
  };
}

function aloneNow(): Failure | null {
  const alone = contact()?.alone() ?? null;
  // Before the first round nobody knows.
  if (alone === null || alone.failure === null) return null;
  return { since: alone.since, reason: alone.failure.reason };
}
