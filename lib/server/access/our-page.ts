import "server-only";
import type { NextRequest } from "next/server";
import { AccessError } from "@/lib/server/access/access-error";
import { audit } from "@/lib/server/audit";
import { isFromOurPage } from "@/lib/server/same-site";

/** For whatever changes something: another site must not. Throws AccessError. */
export function requireOurPage({ headers, nextUrl }: NextRequest): void {
  if (isFromOurPage(headers)) return;
  audit("refused", { result: "foreignOrigin", path: nextUrl.pathname });
  throw new AccessError("foreignOrigin");
}
