import { createRandom, seedOf } from "../account/random";
import { established } from "../account/sa-status";
import type { TunnelFacts } from "./tunnel";

/** Why a tunnel is as it is: each has lines of both daemons, and a diagnosis. */
export type Cause =
  | "up"
  | "idle"
  | "no-response"
  | "key"
  | "dh-group"
  | "identity"
  | "subnets"
  | "pfs"
  | "encryption"
  | "phase-2-silent"
  | "unheard-of";

const causesOf: Readonly<Record<string, readonly Cause[]>> = {
  [established]: ["up"],
  ike_sa_not_established: ["no-response", "key", "dh-group", "identity"],
  ipsec_sa_not_established: ["subnets", "pfs", "encryption"],
  ike_sa_established: ["phase-2-silent"],
  "": ["idle"],
};

/** The same for a tunnel as long as its status stays, so that its log tells one story. */
export function causeOf({ status, connectionId, tunnelId = connectionId }: TunnelFacts): Cause {
  const causes = causesOf[status] ?? ["unheard-of"];
  return createRandom(seedOf(0, `${tunnelId} ${status}`)).pick(causes);
}
