import "server-only";
import { env } from "@/lib/server/runtime/settings";

/** Whether a request comes from a page of ours: a link of ours, or a form. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin") return false;
  const from = headers.get("origin") ?? headers.get("referer");
  // Browsers leave the first header out on plain http beyond loopback, and the others on some links.
  return from === null ? site !== null : isOurs(from, headers);
}

/** Where a proxy stands in front, users use another host than the one it asks for. */
function isOurs(from: string, headers: Headers): boolean {
  if (!URL.canParse(from)) return false;
  const { origin, host } = new URL(from);
  const { APP_URL } = env();
  return APP_URL === undefined ? host === headers.get("host") : origin === APP_URL;
}

/** The page of ours that a request comes from, without its host; null where that is not known. */
export function pageOf(headers: Headers): string | null {
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const { protocol, pathname, search } = new URL(referer);
  const isPage = /^https?:$/.test(protocol) && isOurs(referer, headers);
  return isPage ? pathname.replace(/^\/+/, "/") + search : null;
}
