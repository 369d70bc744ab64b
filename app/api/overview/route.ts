import type { NextRequest } from "next/server";
import { readOverview } from "@/lib/server/inventory/overview";
import { replyWithData } from "@/lib/server/http/reply-with-data";
import { readWait } from "@/lib/vpn/search-params";

/** At once with what has been read, or after up to `wait` seconds; a request is what keeps regions read. */
export function GET(request: NextRequest) {
  return replyWithData(request, readWait, (user, { waitSeconds }) =>
    readOverview(user, waitSeconds * 1000),
  );
}
