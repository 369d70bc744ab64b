import type { NextRequest } from "next/server";
import { readOverview } from "@/lib/server/inventory/overview";
import { replyWithoutQuery } from "@/lib/server/http/reply-without-query";

/** At once, with what has been read; asking is what keeps it read. */
export function GET(request: NextRequest) {
  return replyWithoutQuery(request, (user) => readOverview(user));
}
