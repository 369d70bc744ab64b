import type { NextRequest } from "next/server";
import { allFleetConnections, listFleetConnections } from "@/lib/server/data/fleet-connections";
import { replyToList } from "@/lib/server/reply-to-list";

const ALL_REGIONS = "all-regions";

export function GET(request: NextRequest) {
  return replyToList(request, ALL_REGIONS, {
    page: listFleetConnections,
    all: allFleetConnections,
  });
}
