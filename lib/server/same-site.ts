import "server-only";

/** Whether a request comes from a page of ours: a link of ours, or a form. */
export function isFromOurPage(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  // Browsers leave that header out on plain http beyond loopback.
  const from = headers.get("origin") ?? headers.get("referer");
  return from !== null && URL.canParse(from) && new URL(from).host === headers.get("host");
}

/** The page of ours that a request comes from, without its host; null where that is not known. */
export function pageOf(headers: Headers): string | null {
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return null;
  const { protocol, host, pathname, search } = new URL(referer);
  const isPage = /^https?:$/.test(protocol) && host === headers.get("host");
  return isPage ? pathname.replace(/^\/+/, "/") + search : null;
}
