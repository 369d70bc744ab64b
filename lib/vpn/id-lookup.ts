import type { ProblemCode } from "@/lib/vpn/problem";
import type { Region } from "@/lib/vpn/types";

export type IdKind = "vpnConnection" | "vpnGateway" | "customerGateway";

/** Where an id is, and which regions could not say; `noId` is one that nothing here can have. */
export type IdLookup =
  | { kind: IdKind; id: string; found: Region[]; failed: FailedRegion[] }
  | { kind: "noId"; id: string };

export type FailedRegion = { region: Region; problemCode: ProblemCode };
