import "server-only";
import { requestContext } from "@/lib/server/runtime/request-context";

/** The files of public/, by name: a file that is added there stays closed until it is listed here. */
const PUBLIC_FILES = new Set([
  "/apple-touch-icon.png",
  "/favicon.ico",
  "/icon-192.png",
  "/icon-512.png",
  "/icon-maskable-512.png",
  "/icon.svg",
  "/manifest.webmanifest",
  "/robots.txt",
]);

const PUBLIC_ROUTES =
  /^\/(sign-in|_next\/static\/.+|api\/health|api\/auth\/(sign-in|callback|sign-out))$/;

/** A changed file keeps its name, so browsers have to ask again after a day. */
export const PUBLIC_FILE_CACHING = "public, max-age=86400";

export function isPublicFile(pathname: string): boolean {
  return PUBLIC_FILES.has(pathname);
}

/** Whether the file itself is asked for: Next takes `/robots.txt.rsc` for its path too, and answers with a page. */
export function isPublicFileRequest(pathname: string): boolean {
  return isPublicFile(pathname) && requestContext()?.path === pathname;
}

/** Whether a path answers without a session. */
export function isPublicPath(pathname: string): boolean {
  return PUBLIC_ROUTES.test(pathname) || isPublicFileRequest(pathname);
}
