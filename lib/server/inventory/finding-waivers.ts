import "server-only";
import type { Finding } from "@/lib/vpn/findings/finding";
import type { Waiver } from "@/lib/vpn/findings/waiver";

/** The team's decision to live with a finding; null where there is none. */
export function waiverOf(_finding: Finding): Waiver | null {
  return null;
}

/** Changes when another finding may be accepted, or one no longer: what was found is then looked at again. */
export function waiversVersion(): string {
  return "";
}
