import type { NextRequest } from "next/server";
import { replyToSubnets } from "@/lib/server/http/reply-to-subnets";

export function GET(request: NextRequest) {
  return replyToSubnets(request);
}
