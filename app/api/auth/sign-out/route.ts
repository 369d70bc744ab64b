import type { NextRequest } from "next/server";
import { leaveProvider, signOut } from "@/lib/server/http/sign-in/sign-out";

export function POST(request: NextRequest) {
  return signOut(request);
}

/** On to the provider's own sign-out: not from the form, whose answer may lead to this site only. */
export function GET(request: NextRequest) {
  return leaveProvider(request);
}
