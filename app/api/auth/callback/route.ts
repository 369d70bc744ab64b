import type { NextRequest } from "next/server";
import { comeBackFromProvider } from "@/lib/server/access/sign-in-at-provider";

export function GET(request: NextRequest) {
  return comeBackFromProvider(request);
}
