import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";

/** So many bytes at once and then every so many milliseconds. */
export async function* drip(
  body: Buffer,
  { ms, bytes }: { ms: number; bytes: number },
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  for (let start = 0; start < body.length; start += bytes) {
    if (start > 0) await wait(ms, undefined, { signal });
    yield body.subarray(start, start + bytes);
  }
}

const opening = Buffer.from('{"Junk":"');
const junk = Buffer.alloc(64 * 1024, "x");

/**
 * A JSON object made so long by a first member of junk. It stays valid, so that only a reader who
 * minds the length refuses it. Pieces are made when they are asked for: the whole is never held.
 */
export function padded(body: Buffer, length: number) {
  const rest = Buffer.concat([Buffer.from('",'), body.subarray(1)]);
  const missing = Math.max(0, length - opening.length - rest.length);
  function* pieces(): Generator<Buffer> {
    yield opening;
    for (let left = missing; left > 0; left -= junk.length) yield junk.subarray(0, left);
    yield rest;
  }
  return { length: opening.length + missing + rest.length, pieces };
}

/** Sends pieces as fast as they are taken, and makes no more of them once the reader has gone. */
export async function stream(
  response: ServerResponse,
  pieces: (signal: AbortSignal) => Iterable<Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  if (response.destroyed) return;
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  await pipeline(pieces(gone.signal), response);
}
