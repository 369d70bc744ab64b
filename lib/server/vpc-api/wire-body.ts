import "server-only";
import { createHash } from "node:crypto";

/** A body as plain values. What is neither JSON nor one of the old gateways' errors in XML has no fields. */
export function parseBody(body: Buffer): unknown {
  const text = body.toString("utf8");
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return xmlErrorOf(text);
  }
}

/** Only the two fields that are safe to show are read. */
function xmlErrorOf(text: string): unknown {
  const field = (name: string) => new RegExp(`<${name}>([\\w.-]{1,100})</${name}>`).exec(text)?.[1];
  return { Code: field("Code"), RequestId: field("RequestId"), notJson: true };
}

const KEY = '"RequestId"';
const QUOTE = '"'.charCodeAt(0);

export type BodyDigest = { digest: string; requestId: string | null };

/**
 * Tells whether two bodies say the same: equal but for the RequestId, which is new in each answer. It is
 * held in memory only, since a body has pre-shared keys in it.
 */
export function digestOf(body: Buffer): BodyDigest {
  const [from, to] = requestIdIn(body) ?? [0, 0];
  const digest = createHash("sha256")
    .update(body.subarray(0, from))
    .update(body.subarray(to))
    .digest("base64");
  return { digest, requestId: from === to ? null : body.toString("latin1", from, to) };
}

/** Where the text of the first RequestId begins and ends; null where there is none. */
function requestIdIn(body: Buffer): [from: number, to: number] | null {
  const key = body.indexOf(KEY);
  if (key === -1) return null;
  const opening = body.indexOf(QUOTE, key + KEY.length);
  const between = body.toString("latin1", key + KEY.length, opening);
  if (opening === -1 || !/^\s*:\s*$/.test(between)) return null;
  const closing = body.indexOf(QUOTE, opening + 1);
  return closing === -1 ? null : [opening + 1, closing];
}
