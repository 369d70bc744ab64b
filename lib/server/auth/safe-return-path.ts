import "server-only";

const HERE = "http://here.invalid";
const MAX_LENGTH = 2_000;

/**
 * The path, query and fragment to go on to after sign-in: on this site, or the home page. Read the way
 * a browser would, which takes `\` for `/`, drops tabs and resolves dots.
 */
export function safeReturnPath(text: string | null): string {
  if (text === null || text.length > MAX_LENGTH || !text.startsWith("/")) return "/";
  if (!URL.canParse(text, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(text, HERE);
  if (origin !== HERE) return "/";
  // Of the API there is nothing to look at, and signing in has been done.
  if (/^\/(api|sign-in|_next)(\/|$)/i.test(pathname)) return "/";
  // Resolved dots can leave two slashes in front, which begin another host.
  if (pathname.startsWith("//")) return "/";
  const path = pathname + search + hash;
  // What is encoded on the way grows, and the cookie of a sign-in under way has to hold it.
  return path.length > MAX_LENGTH ? "/" : path;
}
