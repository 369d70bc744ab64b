import type { NextRequest } from "next/server";
import { comeBackFromProvider } from "@/lib/server/http/sign-in/sign-in-at-provider";

export function GET(request: NextRequest) {
  return comeBackFromProvider(request);
}
