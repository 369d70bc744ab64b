import "server-only";
import RPCClient from "@alicloud/pop-core";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import { credentials } from "@/lib/server/vpc-api/credentials";
import { VpcApiError, isVpcApiError } from "@/lib/server/vpc-api/errors";
import { type WireResponse, withWireResponse } from "@/lib/server/vpc-api/wire-response";

const API_VERSION = "2016-04-28";

type PopClient = Pick<RPCClient, "request">;
export type WireParameters = Record<string, string | number | { Key: string; Value: string }[]>;

/** One signed attempt. Throws a VpcApiError when there was no answer, or one without end. */
export async function send(
  endpoint: string,
  action: string,
  parameters: WireParameters,
  timeoutMs: number,
): Promise<WireResponse> {
  const client = clientFor(endpoint);
  const { response, tooLongStatus, result } = await withWireResponse(() =>
    // POST keeps AccessKeyId and signature out of the URL; `timeout` is the only option that bounds
    // the whole read.
    client.request<unknown>(action, parameters, { method: "POST", timeout: timeoutMs }),
  );
  if (tooLongStatus !== null) throw new VpcApiError("bad_answer", { httpStatus: tooLongStatus });
  if (response !== null) return response;
  throw failureOf(result.status === "rejected" ? result.reason : null);
}

function failureOf(reason: unknown): VpcApiError {
  if (isVpcApiError(reason)) return reason;
  return transportError(typeof reason === "object" && reason !== null ? reason : {});
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
