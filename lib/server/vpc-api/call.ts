import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pRetry from "p-retry";
import type { z } from "zod";
import { env } from "@/lib/server/runtime/settings";
import { holdsSecret } from "@/lib/server/runtime/known-secrets";
import { log } from "@/lib/server/runtime/log";
import { countCall } from "@/lib/server/vpc-api/call-metrics";
import { send, type WireParameters } from "@/lib/server/vpc-api/client";
import { isBackground } from "@/lib/server/vpc-api/quota/background";
import { limiter } from "@/lib/server/vpc-api/quota/account-limiter";
import { credentials } from "@/lib/server/vpc-api/credentials";
import { endpointOf } from "@/lib/server/vpc-api/endpoints";
import { VpcApiError, isVpcApiError, refusal } from "@/lib/server/vpc-api/errors";
import { createTimeBudget, type TimeBudget } from "@/lib/server/vpc-api/time-budget";
import { digestOf, parseBody } from "@/lib/server/vpc-api/wire-body";
import type { WireResponse } from "@/lib/server/vpc-api/wire-response";
import type { UpstreamProblemCode } from "@/lib/vpn/problem";
import { withTimeout } from "@/lib/server/runtime/with-timeout";

const ATTEMPT_MS = 10_000;
const RETRIES = 3;

type Call<Schema extends z.ZodType> = {
  action: string;
  /** Checked by the caller: it becomes part of a host name. */
  regionId: string;
  parameters: WireParameters;
  schema: Schema;
  /** What the same call was answered before: an equal body is neither parsed nor checked again. */
  previous?: VpcApiAnswer<Schema>;
};

export type VpcApiAnswer<Schema extends z.ZodType> = {
  /** The same object as before where the body says the same. */
  answer: z.infer<Schema>;
  requestId: string | null;
  /** Of the body without its RequestId. */
  digest: string;
};

/**
 * Calls the VPC API, when the quota lets it, and returns a checked answer. Transient failures are
 * tried again, each attempt signed anew, until the deadline. Every failure is a VpcApiError.
 */
export async function callVpcApi<Schema extends z.ZodType>(
  call: Call<Schema>,
  budget = createTimeBudget(),
): Promise<VpcApiAnswer<Schema>> {
  return pRetry((attempt) => attemptOnce(call, attempt, budget), {
    retries: RETRIES,
    minTimeout: 200,
    maxTimeout: 3_000,
    randomize: true,
    shouldRetry: async ({ error }) => {
      if (!isVpcApiError(error) || !error.retryable) return false;
      const wait = error.retryAfterMs ?? 0;
      if (wait >= budget.remainingMs()) return false;
      await sleep(wait);
      return budget.remainingMs() > 0;
    },
  });
}

async function attemptOnce<Schema extends z.ZodType>(
  call: Call<Schema>,
  attempt: number,
  budget: TimeBudget,
): Promise<VpcApiAnswer<Schema>> {
  const { action, regionId } = call;
  const line = { action, regionId, attempt };
  const queuedAt = performance.now();
  let sentAt: number | null = null;
  const ended = (outcome: "ok" | UpstreamProblemCode) => {
    const now = performance.now();
    const durationMs = sentAt === null ? null : now - sentAt;
    countCall(action, outcome, durationMs);
    const waitedMs = Math.round((sentAt ?? now) - queuedAt);
    return { durationMs: Math.round(durationMs ?? 0), waitedMs, outcome };
  };
  try {
    // Before its turn, so that calls leave when they are counted, not when a role has answered.
    await withinDeadline(credentials().getCredentials(), budget.remainingMs());
    const terms = { isBackground: isBackground(), maxWaitMs: budget.maxWaitMs() };
    const checked = await limiter().run({ action, regionId }, terms, () => {
      sentAt = performance.now();
      budget.waited(sentAt - queuedAt);
      return withinDeadline(sendAndCheck(call, budget.remainingMs()), budget.remainingMs());
    });
    const { requestId } = checked;
    log().info({ ...line, ...ended("ok"), requestId }, "upstream call");
    return checked;
  } catch (error) {
    const failure = isVpcApiError(error) ? error : new VpcApiError("internal");
    if (failure.code === "bad_credentials") credentials().forget();
    const { code, upstreamCode, requestId, httpStatus, transport } = failure;
    log().warn(
      { ...line, ...ended(code), upstreamCode, requestId, httpStatus, transport },
      sentAt === null ? "upstream call not made" : "upstream call",
    );
    throw failure;
  }
}

async function sendAndCheck<Schema extends z.ZodType>(
  call: Call<Schema>,
  remainingMs: number,
): Promise<VpcApiAnswer<Schema>> {
  const { regionId, action, parameters } = call;
  const endpoint = endpointOf(regionId, env().VPC_ENDPOINT);
  const timeoutMs = Math.max(1, Math.min(ATTEMPT_MS, remainingMs));
  return check(await send(endpoint, action, parameters, timeoutMs), call);
}

/** By HTTP status, by Code, and by shape: pop-core looks at the second alone. */
function check<Schema extends z.ZodType>(
  { status, retryAfterMs, body }: WireResponse,
  { action, schema, previous }: Call<Schema>,
): VpcApiAnswer<Schema> {
  const isSuccess = status >= 200 && status <= 299;
  const { digest, requestId: newRequestId } = digestOf(body);
  if (isSuccess && previous?.digest === digest) {
    return { ...previous, requestId: shown(newRequestId, REQUEST_ID) };
  }
  const parsedBody = parseBody(body);
  const code = errorCodeOf(parsedBody);
  const requestId = shown(fieldOf(parsedBody, "RequestId"), REQUEST_ID);
  if (!isSuccess || code !== null) {
    const upstreamCode = shown(code, /^[\w.-]{1,100}$/);
    throw refusal(status, code, { action, upstreamCode, requestId, retryAfterMs });
  }
  const parsed = schema.safeParse(parsedBody);
  if (parsed.success) return { answer: parsed.data, requestId, digest };
  throw new VpcApiError("bad_answer", { requestId, httpStatus: status });
}

const REQUEST_ID = /^[\w-]{1,64}$/;

const SUCCESS_CODES = new Set(["", "200", "OK", "Success", "success"]);

/** Any Code but a success is a refusal, whatever it looks like and whether or not it can be shown. */
function errorCodeOf(body: unknown): string | null {
  const value = fieldOf(body, "Code") ?? "";
  const code = typeof value === "string" ? value : JSON.stringify(value);
  return SUCCESS_CODES.has(code) ? null : code;
}

/** A text from the wire that may be shown and logged: of the right shape, and without a key of ours in it. */
function shown(value: unknown, shape: RegExp): string | null {
  if (typeof value !== "string" || !shape.test(value)) return null;
  return holdsSecret(value) ? null : value;
}

function fieldOf(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null) return undefined;
  return Object.entries(body).find(([key]) => key === name)?.[1];
}

/** Waiting for credentials is not covered by the request's own time-out. */
async function withinDeadline<T extends object>(work: Promise<T>, ms: number): Promise<T> {
  const result = await withTimeout(work, Math.max(1, ms));
  if (result === undefined) throw new VpcApiError("timeout");
  return result;
}
