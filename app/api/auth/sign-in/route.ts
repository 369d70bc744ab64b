import type { NextRequest } from "next/server";
import { signInAtProvider } from "@/lib/server/http/sign-in/sign-in-at-provider";
import { signInWithPassword } from "@/lib/server/http/sign-in/sign-in-with-password";

/** A link leads to the identity provider. */
export function GET(request: NextRequest) {
  return signInAtProvider(request);
}

/** The form of a local account. */
export function POST(request: NextRequest) {
  return signInWithPassword(request);
}
