import type { NextRequest } from "next/server";
import { replyToFindings } from "@/lib/server/http/reply-to-findings";

export function GET(request: NextRequest) {
  return replyToFindings(request);
}
