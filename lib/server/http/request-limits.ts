import "server-only";
import { api } from "@/lib/vpn/hrefs";

export type LimitReason =
  | "method"
  | "addressTooLong"
  | "unexpectedBody"
  | "bodyLength"
  | "bodyTooLarge"
  | "bodyType";

/** A request of a shape that nothing here asks for. */
export class RequestLimitError extends Error {
  override name = "RequestLimitError" as const;
  constructor(readonly reason: LimitReason) {
    super(reason);
  }
}

/** Bytes: a link with fifty open panels and every filter has about half. Node itself ends heads at 16 kB. */
const MAX_ADDRESS = 12_000;
/** Bytes: a name, a password and where to return to. */
const MAX_FORM = 8_000;

/** What a form of ours posts to. */
const FORMS = new Set<string>([api.preferences, api.signIn(), api.signOut]);

type Asked = { method: string; nextUrl: { href: string; pathname: string }; headers: Headers };

/** Lets pass only what the app has a use for: reads without a body, and short forms. Throws RequestLimitError. */
export function requireLimits({ method, nextUrl, headers }: Asked): void {
  if (nextUrl.href.length > MAX_ADDRESS) throw new RequestLimitError("addressTooLong");
  const length = headers.get("content-length");
  const isChunked = headers.has("transfer-encoding");
  if (method === "GET" || method === "HEAD") {
    if (isChunked || (length !== null && length !== "0")) {
      throw new RequestLimitError("unexpectedBody");
    }
    return;
  }
  if (method !== "POST" || !FORMS.has(nextUrl.pathname)) throw new RequestLimitError("method");
  if (isChunked || length === null || !/^\d{1,9}$/.test(length)) {
    throw new RequestLimitError("bodyLength");
  }
  if (Number(length) > MAX_FORM) throw new RequestLimitError("bodyTooLarge");
  const type = headers.get("content-type") ?? "";
  if (length !== "0" && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
    throw new RequestLimitError("bodyType");
  }
}
