import type { NextRequest } from "next/server";
import { replyToGateways } from "@/lib/server/http/reply-to-gateways";
import { VPN_GATEWAY_LIST } from "@/lib/server/inventory/listed-kinds";

export function GET(request: NextRequest) {
  return replyToGateways(request, VPN_GATEWAY_LIST, null);
}
