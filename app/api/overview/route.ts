import type { NextRequest } from "next/server";
import { readOverview } from "@/lib/server/data/overview";
import { replyWithoutQuery } from "@/lib/server/reply-without-query";

/** At once, with what has been read; asking is what keeps it read. */
export function GET(request: NextRequest) {
  return replyWithoutQuery(request, (reader) => readOverview(reader));
}
