import type { NextRequest } from "next/server";
import { replyWithoutQuery } from "@/lib/server/http/reply-with-data";
import { listRegions } from "@/lib/server/inventory/regions";

export function GET(request: NextRequest) {
  return replyWithoutQuery(request, async (user) => ({ regions: await listRegions(user) }));
}
