import type { Finding } from "@/lib/vpn/findings/finding";
import type { ShownWaiver } from "@/lib/vpn/findings/waiver";
import type { VpnConnection } from "@/lib/vpn/types";

/** A finding with what it is of, which filters ask for, and whether the team has accepted it. */
export type FoundFinding = {
  finding: Finding;
  /** Null where it is of a gateway. */
  connection: VpnConnection | null;
  waiver: ShownWaiver | null;
};
