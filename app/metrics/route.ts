import type { NextRequest } from "next/server";
import { replyWithMetrics } from "@/lib/server/http/reply-with-metrics";

/** For Prometheus: from what is known of the account already, without a call of Alibaba's API. */
export function GET(request: NextRequest) {
  return replyWithMetrics(request);
}
