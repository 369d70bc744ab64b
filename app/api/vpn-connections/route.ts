import type { NextRequest } from "next/server";
import {
  downloadAllVpnConnections,
  listAllVpnConnections,
} from "@/lib/server/inventory/all-connections";
import { replyToList } from "@/lib/server/http/reply-to-list";

export function GET(request: NextRequest) {
  return replyToList(request, null, {
    page: listAllVpnConnections,
    all: downloadAllVpnConnections,
  });
}
