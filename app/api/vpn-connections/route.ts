import type { NextRequest } from "next/server";
import { allFleetConnections, listFleetConnections } from "@/lib/server/data/fleet-connections";
import { replyToList } from "@/lib/server/reply-to-list";

export function GET(request: NextRequest) {
  return replyToList(request, null, { page: listFleetConnections, all: allFleetConnections });
}
