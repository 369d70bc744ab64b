import type { NextRequest } from "next/server";
import { listEvents } from "@/lib/server/history/event-list";
import { replyWithData } from "@/lib/server/http/reply-with-data";
import { readEvents } from "@/lib/vpn/search-params-history";

export function GET(request: NextRequest) {
  return replyWithData(request, readEvents, (user, { events }) => listEvents(events, user));
}
