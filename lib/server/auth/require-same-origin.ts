import "server-only";
import type { NextRequest } from "next/server";
import { AccessError } from "@/lib/server/auth/access-error";
import { audit } from "@/lib/server/runtime/audit-log";
import { isSameOrigin } from "@/lib/server/auth/same-origin";

/** For whatever changes something: another site must not. Throws AccessError. */
export function requireSameOrigin({ headers, nextUrl }: NextRequest): void {
  if (isSameOrigin(headers)) return;
  audit("refused", { result: "foreignOrigin", path: nextUrl.pathname });
  throw new AccessError("foreignOrigin");
}
