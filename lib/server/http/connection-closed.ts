import "server-only";
import { NextResponse } from "next/server";

/** What nginx's log calls a request whose sender has closed the connection before it was answered. */
export const CLIENT_CLOSED_REQUEST = 499;

/** For nobody: it ends the request, and the log says why. */
export function connectionClosed(): NextResponse {
  return new NextResponse(null, { status: CLIENT_CLOSED_REQUEST });
}
