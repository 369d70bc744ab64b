import "server-only";
import { NextResponse } from "next/server";

/** On to a path of this site, named without its host: that is the browser's to know (RFC 9110, 15.4.4). */
export function redirectTo(location: string): NextResponse {
  return new NextResponse(null, {
    status: 303,
    headers: { Location: location, "Cache-Control": "no-store" },
  });
}
