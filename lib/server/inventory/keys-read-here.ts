import "server-only";
import { roleNow } from "@/lib/server/replicas/replicas";
import { isReadHere } from "@/lib/server/vpc-api/secret-fingerprints";
import type { VpnConnection } from "@/lib/vpn/types";

/** Whether this process has read the connection's keys, or another replica has, and this one does not know them. */
export function areKeysReadHere({ tunnels }: VpnConnection): boolean {
  if (roleNow() === "single") return true;
  return tunnels.every(
    ({ ikeConfig, bgpConfig }) =>
      isReadHere(ikeConfig.psk) && (bgpConfig === null || isReadHere(bgpConfig.authKey)),
  );
}
