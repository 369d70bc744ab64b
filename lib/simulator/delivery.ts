import type { ServerResponse } from "node:http";
import { ApiError, errorBody } from "./api-error";
import type { Fault } from "./faults";
import { drip, padded, stream } from "./streaming";
import { withTotal } from "./total";
import { withWrongTypes } from "./wrong-types";
import { toXml } from "./xml";

export type Answer = {
  status: number;
  body: unknown;
  /** The root element, should it be wanted as XML. */
  root: string;
  /** "OK" or Alibaba's error code. */
  code: string;
  headers?: Record<string, string>;
};

type Envelope = { requestId: string; hostId: string };

export function errorAnswer(error: ApiError, { requestId, hostId }: Envelope): Answer {
  return {
    status: error.status,
    body: errorBody(error, requestId, hostId),
    root: "Error",
    code: error.code,
  };
}

/** The answer as the fault would have it; faults of the transport leave it as it is. */
export function distort(answer: Answer, fault: Fault | undefined, envelope: Envelope): Answer {
  if (fault?.kind === "error" || fault?.kind === "throttle") {
    const error =
      fault.kind === "error"
        ? new ApiError(fault.code, { status: fault.status, message: fault.message })
        : new ApiError(fault.code ?? "Throttling");
    const headers: Record<string, string> = fault.kind === "error" ? { ...fault.headers } : {};
    // Alibaba's SDKs read this header as milliseconds.
    if (fault.retryAfterMs !== undefined) headers["x-acs-retry-after"] = `${fault.retryAfterMs}`;
    return { ...errorAnswer(error, envelope), headers };
  }
  if (fault?.kind === "wrong-types") return { ...answer, body: withWrongTypes(answer.body) };
  if (fault?.kind === "total") return { ...answer, body: withTotal(answer.body, fault.value) };
  if (fault?.kind === "status") return { ...answer, status: fault.status };
  return answer;
}

type Payload = { status: number; text: string; contentType: string };

function payload(answer: Answer, fault: Fault | undefined, asXml: boolean): Payload {
  if (fault?.kind === "body") {
    return {
      status: fault.status ?? 200,
      text: fault.body,
      contentType: fault.contentType ?? "application/json;charset=utf-8",
    };
  }
  const { status } = answer;
  return (asXml && fault?.kind !== "big-body") || fault?.kind === "xml"
    ? { status, text: toXml(answer.root, answer.body), contentType: "text/xml;charset=utf-8" }
    : {
        status,
        text: JSON.stringify(answer.body),
        contentType: "application/json;charset=utf-8",
      };
}

export async function deliver(
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
  asXml: boolean,
): Promise<void> {
  if (fault?.kind === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, text, contentType } = payload(answer, fault, asXml);
  const bytes = Buffer.from(text, "utf8");
  const head = { ...answer.headers, "content-type": contentType };
  if (fault?.kind === "big-body") {
    const { length, pieces } = padded(bytes, fault.bytes);
    response.writeHead(status, fault.contentLength ? { ...head, "content-length": length } : head);
    await stream(response, pieces);
    return;
  }
  response.writeHead(status, { ...head, "content-length": bytes.length });
  if (fault?.kind === "drip") {
    await stream(response, (signal) => drip(bytes, fault, signal));
    return;
  }
  if (fault?.kind === "half-body") {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.socket?.destroy());
    return;
  }
  response.end(bytes);
}
