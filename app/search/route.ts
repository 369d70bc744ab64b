import type { NextRequest } from "next/server";
import { replyToSearch } from "@/lib/server/http/reply-to-search";

/** Where the header's form leads. */
export function GET(request: NextRequest) {
  return replyToSearch(request);
}
