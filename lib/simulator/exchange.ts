import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { checkAction, perform } from "./actions";
import { ApiError } from "./api-error";
import type { Churn } from "./churn";
import { deliver, distort, errorAnswer, type Answer } from "./delivery";
import type { Fault, FaultBox } from "./faults";
import type { SignedRequest } from "./signature-check";
import { readParameters } from "./parameters";
import { record, type RecordedRequest } from "./request-log";
import { isSignedWith, type RequestParameters } from "./signature";
import type { World } from "./world";

export type ExchangeContext = {
  accessKeySecret: string;
  checkSigned: (request: SignedRequest, clockSkewMs: number) => void;
  world: World;
  churn: Churn;
  faults: FaultBox;
  requests: RecordedRequest[];
  latencyMs: number;
  now: () => number;
  closed: AbortSignal;
  /** Responses that never come, until their test is over. */
  hung: Set<ServerResponse>;
};

function toApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError("InternalError");
}

function targetOf(parameters: RequestParameters) {
  return {
    action: parameters.get("Action") ?? "",
    regionId: parameters.get("RegionId") ?? "",
  };
}

function decide(context: ExchangeContext, request: SignedRequest, requestId: string): Answer {
  const { method, parameters } = request;
  if (method !== "GET" && method !== "POST") throw new ApiError("UnsupportedHTTPMethod");
  checkAction(parameters);
  const clockSkewMs = context.faults.clockSkewMs(targetOf(parameters));
  context.checkSigned(request, clockSkewMs);
  return {
    status: 200,
    body: { RequestId: requestId, ...perform(parameters, context.world, context.now()) },
    root: `${parameters.get("Action") ?? ""}Response`,
    code: "OK",
  };
}

const replacing = new Set<Fault["kind"]>([
  "reset",
  "half-body",
  "hang",
  "body",
  "drip",
  "big-body",
]);

/** What the log says: faults that replace or cut the answer go by their own name. */
function outcome(answer: Answer, fault: Fault | undefined): string {
  return fault && replacing.has(fault.kind) ? fault.kind : answer.code;
}

/** One call of the API: read, check, perform, record, then answer as the faults allow. */
export async function exchange(
  context: ExchangeContext,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<void> {
  const envelope = {
    requestId: randomUUID().toUpperCase(),
    hostId: request.headers.host ?? "localhost",
  };
  const method = request.method ?? "GET";
  let parameters = new Map(query);
  let verified = false;
  let answer: Answer;
  try {
    parameters = await readParameters(request, query);
    verified = isSignedWith(context.accessKeySecret, method, parameters);
    answer = decide(context, { method, parameters, verified }, envelope.requestId);
  } catch (error) {
    answer = errorAnswer(toApiError(error), envelope);
  }

  const { action, regionId } = targetOf(parameters);
  const refused = answer.code !== "OK";
  const { latencyMs, fault } = context.faults.take({ action, regionId, refused });
  answer = distort(answer, fault, envelope);
  if (answer.code === "OK") context.churn.afterCall(action, regionId);
  record(context.requests, {
    method,
    action,
    regionId,
    parameters: Object.fromEntries(parameters),
    verified,
    answer: outcome(answer, fault),
    at: context.now(),
  });

  const delay = context.latencyMs + latencyMs;
  if (delay > 0) await wait(delay, undefined, { signal: context.closed });
  response.setHeader("x-acs-request-id", envelope.requestId);
  if (fault?.kind === "hang") {
    context.hung.add(response);
    response.once("close", () => context.hung.delete(response));
    return;
  }
  await deliver(response, answer, fault, parameters.get("Format")?.toUpperCase() === "XML");
}
