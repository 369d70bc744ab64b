import "server-only";
import { z } from "zod";
import { shareInTurn } from "@/lib/server/database/store";
import { createSharedAnswers } from "@/lib/server/replicas/answers/shared-answers";
import {
  onMessage,
  onRole,
  roleNow,
  sendToReplicas,
  termNow,
} from "@/lib/server/replicas/replicas";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { isVpcApiError, VpcApiError } from "@/lib/server/vpc-api/errors";
import { UPSTREAM_CODES } from "@/lib/vpn/problem";

/** How often a replica looks for what it has not been told. */
const LOOK_MS = 10_000;

/** What all replicas have read of the account; where nothing is shared, each kind is read as ever. */
export const sharedAnswers = defineSingleton("sharedAnswers", () =>
  createSharedAnswers({
    role: roleNow,
    term: termNow,
    send: sendToReplicas,
    database: shareInTurn,
  }),
);

/** Begins to take over what the leader reads, until what it returns is called. */
export function startSharing(): () => void {
  if (roleNow() === "single") return () => undefined;
  const shared = sharedAnswers();
  onMessage(shared.onMessage);
  const stopListening = onRole(shared.onRole);
  const timer = setInterval(() => void shared.pullMissed(), LOOK_MS);
  timer.unref();
  return () => {
    stopListening();
    clearInterval(timer);
  };
}

const failure = z.object({
  code: z.enum(UPSTREAM_CODES),
  action: z.string().nullable(),
  upstreamCode: z.string().nullable(),
  requestId: z.string().nullable(),
  httpStatus: z.number().nullable(),
  retryAfterMs: z.number().nullable(),
  transport: z.string().nullable(),
  retryable: z.boolean(),
});

/** How failures of Alibaba's API are shared, by all kinds. Their fields hold nothing but codes and numbers. */
export const failures = {
  failureToJson(error: unknown): unknown {
    if (!isVpcApiError(error)) return null;
    const {
      code,
      action,
      upstreamCode,
      requestId,
      httpStatus,
      retryAfterMs,
      transport,
      retryable,
    } = error;
    return {
      code,
      action,
      upstreamCode,
      requestId,
      httpStatus,
      retryAfterMs,
      transport,
      retryable,
    };
  },
  failureFromJson(json: unknown): unknown {
    const { data } = failure.safeParse(json);
    // A fault of the leader's own.
    if (data === undefined) return new VpcApiError("upstream_failed");
    const { code, ...details } = data;
    return new VpcApiError(code, details);
  },
};

/** What was written by a program of the same format is what that type says. */
export function isWritten<Item extends object>(
  json: unknown,
  id: keyof Item & string,
): json is Item {
  return typeof json === "object" && json !== null && id in json;
}
