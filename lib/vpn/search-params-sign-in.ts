import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { type Given, integer, matching } from "@/lib/vpn/search-params";
import { SIGN_IN_REASONS } from "@/lib/vpn/sign-in-reason";

const loadSignIn = createLoader({
  returnTo: matching(/^\/[^\p{Cc}]{0,2000}$/u),
  reason: parseAsStringLiteral(SIGN_IN_REASONS),
  wait: integer(3600),
});

/** The sign-in page's URL. Whether `returnTo` leads somewhere on this site is for the server to see. */
export function readSignInParameters(searchParams: Given) {
  return loadSignIn(searchParams);
}
