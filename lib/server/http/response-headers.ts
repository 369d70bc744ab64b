import "server-only";
import type { ServerResponse } from "node:http";
import { isSecure } from "@/lib/server/auth/cookies";

const YEAR_SECONDS = 365 * 24 * 3600;

const FORBIDDEN_FEATURES = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "usb",
];

/** What an answer may neither do nor have done to it, whatever it is; a page brings a policy of its own. */
const EVERYWHERE = Object.entries({
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": FORBIDDEN_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Of what is no page, which robots.txt cannot keep out of an index once a link to it is known.
  "X-Robots-Tag": "noindex, nofollow",
  "X-Permitted-Cross-Domain-Policies": "none",
});

/** Before Next has a hand in it, so that its own redirections and error pages have them too. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of EVERYWHERE) response.setHeader(name, value);
  if (isSecure()) response.setHeader("Strict-Transport-Security", `max-age=${YEAR_SECONDS}`);
}
