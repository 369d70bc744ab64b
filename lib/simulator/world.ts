import type { Region } from "./account/regions";

/** What one region holds. Connections may be of any shape: tests put in broken ones. */
export type RegionContents = {
  region: Region;
  connections: readonly unknown[];
  vpnGateways: readonly unknown[];
  customerGateways: readonly unknown[];
};

export type World = ReadonlyMap<string, RegionContents>;
