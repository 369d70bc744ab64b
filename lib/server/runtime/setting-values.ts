import "server-only";
import { z } from "zod";
import { parseNetworks } from "@/lib/server/runtime/networks";
import { isLoopbackName } from "@/lib/server/runtime/loopback";
import { isRegionId } from "@/lib/vpn/region-id";

/** Plain decimals: JavaScript would also read `0x10`, `1e3` and a blank as numbers. */
export const between = (min: number, max: number, what: string, shape: RegExp) => {
  const rule = `must be ${what} from ${min} to ${max}`;
  return z
    .string()
    .regex(shape, rule)
    .transform(Number)
    .pipe(z.number().min(min, rule).max(max, rule));
};

export const seconds = (max: number) =>
  between(0, max, "a number of seconds", /^\d{1,6}(\.\d{1,3})?$/);

/** Scheme, host and port. */
export const origin = (example: string) =>
  z
    .url({
      protocol: /^https?$/,
      error: `must be a URL such as ${example}`,
      // What comes next expects a URL.
      abort: true,
    })
    .refine((text) => {
      const url = new URL(text);
      return url.href === `${url.origin}/`;
    }, "must hold scheme, host and port only: no path, query or user name")
    .transform((text) => new URL(text).origin);

/** What travels over plain http can be read and changed on its way. */
const isSafe = (text: string) => {
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || isLoopbackName(hostname);
};
const SAFE = "must be an https: address; http: is for loopback only";

export const publicOrigin = origin("https://tunnelboard.example.com").refine(isSafe, SAFE);

export const issuer = z
  .url({
    protocol: /^https?$/,
    error: "must be a URL such as https://login.example.com",
    abort: true,
  })
  .refine((text) => {
    const { search, hash, username, password } = new URL(text);
    return search + hash + username + password === "";
  }, "must hold no query, fragment or user name")
  .refine(isSafe, SAFE);

/** May hold a password, and so is never shown. */
export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error:
    "must be the address of a PostgreSQL database such as postgres://user@db.example.com/tunnelboard",
});

const trimmedList = z.string().transform((text) => [
  ...new Set(
    text
      .split(",")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
  ),
]);

export const regionList = trimmedList.refine(
  (ids) => ids.length > 0 && ids.every(isRegionId),
  "must be region ids joined by commas, such as cn-hangzhou,eu-central-1",
);

/** Newest first. */
export const secrets = trimmedList.refine(
  (list) => list.length > 0 && list.every((one) => one.length >= 32),
  "must be one or more secrets of 32 characters or more, joined by commas, newest first; make one with: openssl rand -base64 48",
);

/** A short one would stand in words of ours, which the log and the guard then take for it. */
export const clientSecret = z
  .string()
  .min(12, "must be 12 characters or more, as the provider makes it");

/** As a header can carry it (RFC 6750, section 2.1). */
export const bearerToken = z
  .string()
  .regex(
    /^(?=.{16})[\w.~+/-]+=*$/,
    "must be 16 characters or more, of those that Base64 and URLs use; make one with: openssl rand -base64 48",
  );

export const networks = trimmedList.transform((list, context) => {
  const blocks = parseNetworks(list);
  if (blocks !== null) return blocks;
  context.addIssue("must be addresses or networks joined by commas, such as 10.0.0.5,10.1.0.0/16");
  return z.NEVER;
});

export const headerName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/, "must be the name of a header, such as X-Forwarded-User")
  .transform((name) => name.toLowerCase())
  .refine(
    (name) => !["cookie", "host", "origin", "forwarded", "x-forwarded-for"].includes(name),
    "must be a header that holds the user's name and nothing else",
  );
