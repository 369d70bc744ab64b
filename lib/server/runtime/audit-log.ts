import "server-only";
import { log } from "@/lib/server/runtime/log";
import { type WayIn, requestContext } from "@/lib/server/runtime/request-context";

export type AuditEvent =
  | "sign-in"
  | "sign-in-failed"
  | "sign-out"
  | "view"
  | "export"
  | "data"
  | "refused";

export type AuditDetails = {
  /** `ok`, or why not. */
  result: string;
  user?: string | null;
  role?: string | null;
  /** How somebody signed in. */
  by?: WayIn | null;
  /** What the identity provider calls them for good; names there can change, and be another's. */
  subject?: string;
  path?: string;
  /** Where the request that is being handled does not tell it. */
  address?: string;
  /** Ids of what was asked for, under the names of the addresses' parameters. */
  resources?: Record<string, string | string[]>;
};

/**
 * A line of the audit trail: who, from where, what, and what came of it. Documented in docs/audit.md,
 * since log systems read it.
 */
export function audit(event: AuditEvent, details: AuditDetails): void {
  const context = requestContext();
  const {
    user = context?.user?.name ?? null,
    role = context?.user?.role ?? null,
    by = context?.user?.by ?? null,
    subject = context?.user?.subject,
    ...rest
  } = details;
  log().info(
    { kind: "audit", event, user, subject, role, by, address: context?.address ?? null, ...rest },
    "audit",
  );
}
