import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error";

const maximumBodyBytes = 1024 * 1024;

/** Reads to the end, so that the answer still reaches the sender, but keeps no more than allowed. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= maximumBodyBytes) chunks.push(bytes);
  }
  if (length > maximumBodyBytes) throw new ApiError("RequestEntityTooLarge");
  return Buffer.concat(chunks).toString("utf8");
}

/** The union of query and form body; what the signature covers is all of it. */
export async function readParameters(
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<Map<string, string>> {
  const parameters = new Map(query);
  const body = await readBody(request);
  const type = request.headers["content-type"] ?? "";
  if (type.toLowerCase().startsWith("application/x-www-form-urlencoded")) {
    for (const [name, value] of new URLSearchParams(body)) parameters.set(name, value);
  }
  return parameters;
}
