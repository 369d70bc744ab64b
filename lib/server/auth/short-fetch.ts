import "server-only";
import type { CustomFetch } from "openid-client";

/** What a provider has to say fits many times over. */
const MAX_BYTES = 1_000_000;

/** fetch, but reading an answer that is longer fails, before it fills the memory. */
export const shortFetch: CustomFetch = async (url, { body: sent, ...options }) => {
  const asked = sent instanceof Uint8Array ? new Uint8Array(sent) : sent;
  const { body, status, statusText, headers } = await fetch(url, { ...options, body: asked });
  return new Response(body?.pipeThrough(atMost(MAX_BYTES)), { status, statusText, headers });
};

function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Error(`An answer has more than ${bytes} bytes.`));
      else controller.enqueue(chunk);
    },
  });
}
