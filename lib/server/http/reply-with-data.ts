import "server-only";
import { createHash } from "node:crypto";
import { currentUser } from "@/lib/server/auth/current-user";
import type { User } from "@/lib/server/auth/user";
import { reply } from "@/lib/server/http/reply";
import { versionOf } from "@/lib/server/inventory/selections";
import { buildId } from "@/lib/server/runtime/build-id";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { guardedJson } from "@/lib/server/runtime/secret-guard";
import type { StrictlyRead } from "@/lib/vpn/strict-parameters";

export type DataRequest = { nextUrl: Pick<URL, "searchParams">; headers: Headers };

/**
 * The reply of a data route: its answer as JSON with an ETag, 304 where the asker has it already, or a
 * problem. The ETag does not cover when the data was read, and by which call; `X-Fetched-At` tells the first.
 * `X-Build` tells a page that stays open for weeks that a newer one is served.
 */
export function replyWithData<Parameters>(
  { nextUrl, headers }: DataRequest,
  readStrictly: (searchParams: URLSearchParams) => StrictlyRead<Parameters>,
  read: (user: User, parameters: Parameters) => Promise<object>,
): Promise<Response> {
  return reply(async () => {
    const user = await currentUser();
    const asked = readStrictly(nextUrl.searchParams);
    if (!asked.ok) throw new ParameterError(asked.parameter, asked.reason, asked.rule);
    const answer = await read(user, asked.parameters);
    return answer instanceof Response ? answer : dataReply(answer, headers.get("if-none-match"));
  });
}

/** For an address that takes no search parameters: the first one that is given is named. */
export function replyWithoutQuery(
  request: DataRequest,
  read: (user: User) => Promise<object>,
): Promise<Response> {
  return replyWithData(request, readNoParameters, read);
}

export function readNoParameters(searchParams: URLSearchParams): StrictlyRead<null> {
  const [parameter] = searchParams.keys();
  return parameter === undefined
    ? { ok: true, parameters: null }
    : { ok: false, parameter, reason: "unknown" };
}

function dataReply(answer: object, ifNoneMatch: string | null): Response {
  const etag = etagOf(answer);
  const headers = new Headers({ ETag: etag, "Cache-Control": "no-store", "X-Build": buildId() });
  if ("fetchedAt" in answer) headers.set("X-Fetched-At", String(answer.fetchedAt));
  if (isAmong(etag, ifNoneMatch)) return new Response(null, { status: 304, headers });
  headers.set("Content-Type", "application/json");
  return new Response(bodyOf(answer), { headers });
}

/** RFC 9110, section 13.1.2: the weak comparison. */
function isAmong(etag: string, ifNoneMatch: string | null): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.some((tag) => tag === "*" || `W/${tag}` === etag);
}

/** Made once for all who get the same answer, and gone with it. */
const etags = new WeakMap<object, string>();
const bodies = new WeakMap<object, Uint8Array<ArrayBuffer>>();

function etagOf(answer: object): string {
  const known = etags.get(answer);
  if (known !== undefined) return known;
  const content = versionOf(answer) ?? JSON.stringify(answer, withoutCall);
  const etag = `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  etags.set(answer, etag);
  return etag;
}

function withoutCall(name: string, value: unknown): unknown {
  return name === "fetchedAt" || name === "requestId" ? undefined : value;
}

function bodyOf(answer: object): Uint8Array<ArrayBuffer> {
  const body = bodies.get(answer) ?? new TextEncoder().encode(guardedJson(answer));
  bodies.set(answer, body);
  return body;
}
