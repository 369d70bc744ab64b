import type { NextRequest } from "next/server";
import { replyToEvents } from "@/lib/server/http/reply-to-events";

export function GET(request: NextRequest) {
  return replyToEvents(request);
}
