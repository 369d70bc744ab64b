import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { unzip } from "node:zlib";

/** A page of 50 connections has a few hundred kilobytes. */
const MAX_BODY_BYTES = 10_000_000;

/** What pop-core reads instead of the body: it would parse each with json-bigint, and keep neither status nor headers. */
const EMPTY_OBJECT = Buffer.from("{}");

export type WireResponse = {
  status: number;
  retryAfterMs: number | null;
  body: Buffer;
};

type Received = Omit<WireResponse, "body"> & {
  chunks: Buffer[];
  isWhole: boolean;
  /** The body was more than any answer can be, and reading it was given up. */
  isTooLong: boolean;
  isCompressed: boolean;
};

const current = new AsyncLocalStorage<{ received: Received | null }>();

subscribe("http.client.response.finish", (message) => {
  const holder = current.getStore();
  if (holder === undefined) return;
  if (typeof message !== "object" || message === null || !("response" in message)) return;
  if (message.response instanceof IncomingMessage) holder.received = receive(message.response);
});

/** Takes each chunk of the body as Node's parser hands it over, before anybody reads from the response. */
function receive(response: IncomingMessage): Received {
  const { headers, socket, statusCode = 0 } = response;
  const retryAfter = headers["x-acs-retry-after"];
  const received: Received = {
    status: statusCode,
    retryAfterMs:
      typeof retryAfter === "string" && /^\d{1,9}$/.test(retryAfter) ? Number(retryAfter) : null,
    chunks: [],
    isWhole: false,
    isTooLong: false,
    isCompressed: /^(gzip|deflate)$/i.test(headers["content-encoding"] ?? ""),
  };
  // So that pop-core does not try to unpack what it gets instead.
  delete headers["content-encoding"];
  const push = response.push.bind(response);
  let size = 0;
  response.push = (chunk: Buffer | null) => {
    if (chunk === null) {
      received.isWhole = true;
      push(EMPTY_OBJECT);
      return push(null);
    }
    size += chunk.length;
    received.isTooLong = size > MAX_BODY_BYTES;
    if (received.isTooLong) socket.destroy();
    else received.chunks.push(chunk);
    return true;
  };
  return received;
}

export type Exchange<T> = {
  /** Null where there was no response, or not all of it. */
  response: WireResponse | null;
  /** Of a body that was too long. */
  tooLongStatus: number | null;
  result: PromiseSettledResult<T>;
};

/** Runs a request of pop-core and tells what came back, as it was on the wire. */
export async function withWireResponse<T>(request: () => Promise<T>): Promise<Exchange<T>> {
  const holder: { received: Received | null } = { received: null };
  const [result] = await current.run(holder, () => Promise.allSettled([request()]));
  const { received } = holder;
  return {
    response: received?.isWhole === true ? await responseOf(received) : null,
    tooLongStatus: received?.isTooLong === true ? received.status : null,
    result,
  };
}

async function responseOf(received: Received): Promise<WireResponse> {
  const { status, retryAfterMs, chunks, isCompressed } = received;
  const bytes = Buffer.concat(chunks);
  return { status, retryAfterMs, body: isCompressed ? await unpacked(bytes) : bytes };
}

/** Nothing asks for compression; a proxy in between may do so all the same. Empty where it cannot be read. */
async function unpacked(bytes: Buffer): Promise<Buffer> {
  return promisify(unzip)(bytes, { maxOutputLength: MAX_BODY_BYTES }).catch(() => Buffer.alloc(0));
}
