import "server-only";
import type { WireResponse } from "@/lib/server/vpc-api/wire-response";

/** A response whose body is this value as JSON. */
export function wireResponse(
  body: unknown,
  { status = 200, retryAfterMs = null }: Partial<Omit<WireResponse, "body">> = {},
): WireResponse {
  return { status, retryAfterMs, body: Buffer.from(JSON.stringify(body) ?? "") };
}
