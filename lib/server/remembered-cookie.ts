import "server-only";

const YEAR_SECONDS = 365 * 24 * 3600;

/** How a choice of the reader's is kept in their browser: no script reads it, no other site sends it. */
export function rememberedCookie(url: { protocol: string }) {
  return {
    httpOnly: true,
    sameSite: "lax",
    secure: url.protocol === "https:",
    maxAge: YEAR_SECONDS,
    path: "/",
  } as const;
}
