import "server-only";
import RPCClient from "@alicloud/pop-core";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { credentials } from "@/lib/server/vpc-api/credentials";
import { VpcApiError, isVpcApiError } from "@/lib/server/vpc-api/errors";
import { type ResponseHead, withResponseHead } from "@/lib/server/vpc-api/response-head";

const API_VERSION = "2016-04-28";

export type PopClient = Pick<RPCClient, "request">;
export type WireParameters = Record<string, string | number | { Key: string; Value: string }[]>;

/** What came back: a JSON body as plain values, or whatever else, with its status. */
export type WireReply = { status: number; retryAfterMs: number | null; body: unknown };

/** One signed attempt. Throws a VpcApiError when there was no answer, or none that is JSON or XML. */
export async function send(
  endpoint: string,
  action: string,
  parameters: WireParameters,
  timeoutMs: number,
): Promise<WireReply> {
  const client = clientFor(endpoint);
  const { head, result } = await withResponseHead(() =>
    // POST keeps AccessKeyId and signature out of the URL; `timeout` is the only option that bounds
    // the whole read.
    client.request<unknown>(action, parameters, { method: "POST", timeout: timeoutMs }),
  );
  if (head?.isTooLong) throw new VpcApiError("bad_answer", { httpStatus: head.status });
  return result.status === "fulfilled"
    ? reply(head, result.value)
    : replyOfFailure(head, result.reason);
}

function reply(head: ResponseHead | null, body: unknown): WireReply {
  return {
    status: head?.status ?? 0,
    retryAfterMs: head?.retryAfterMs ?? null,
    // json-bigint makes objects without prototype and BigNumbers: a round trip leaves plain values.
    body: body === undefined ? null : JSON.parse(JSON.stringify(body)),
  };
}

/** pop-core throws its errors with the body in `data`, parse failures as plain objects with `text`. */
function replyOfFailure(head: ResponseHead | null, reason: unknown): WireReply {
  if (isVpcApiError(reason)) throw reason;
  const failure = typeof reason === "object" && reason !== null ? reason : {};
  if ("data" in failure) return reply(head, failure.data);
  if ("text" in failure) return reply(head, xmlErrorOf(String(failure.text)));
  if (head !== null && reason instanceof TypeError) return reply(head, null);
  throw transportError(failure);
}

/** Old gateways answer errors in XML; only the two fields that are safe to show are read. */
function xmlErrorOf(text: string): unknown {
  const field = (name: string) => new RegExp(`<${name}>([\\w.-]{1,100})</${name}>`).exec(text)?.[1];
  return { Code: field("Code"), RequestId: field("RequestId"), notJson: true };
}

function transportError(failure: object): VpcApiError {
  const name = "name" in failure ? String(failure.name) : "";
  const code = "code" in failure ? String(failure.code) : "";
  if (name.startsWith("RequestTimeout")) return new VpcApiError("timeout", { retryable: true });
  const transport = /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : null;
  // A name that does not exist or a certificate that is not trusted will not mend in a second.
  const retryable =
    transport === null || /^(ECONN|EPIPE|EAI_AGAIN|ETIMEDOUT|EHOST|ENET)/.test(transport);
  return new VpcApiError("unreachable", { transport, retryable });
}

const clients = defineSingleton("clients", () => new Map<string, PopClient>());

/** One client per endpoint: each holds a pool of connections of its own. */
function clientFor(endpoint: string): PopClient {
  const client = clients().get(endpoint) ?? createClient(endpoint);
  clients().set(endpoint, client);
  return client;
}

function createClient(endpoint: string): PopClient {
  const config = {
    endpoint,
    apiVersion: API_VERSION,
    // The typings know no provider and demand a key; with a provider the library ignores these two.
    accessKeyId: "",
    accessKeySecret: "",
    credentialsProvider: credentials(),
  };
  return new RPCClient(config);
}
