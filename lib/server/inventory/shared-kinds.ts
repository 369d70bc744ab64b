import "server-only";
import { customerGatewayLists, vpnGatewayLists } from "@/lib/server/inventory/gateway-lists";
import { sharedRegions } from "@/lib/server/inventory/regions";
import { startSharing } from "@/lib/server/inventory/shared-answers";
import { sharedSnapshots } from "@/lib/server/inventory/snapshots";

/** Takes over what the leader reads of the account, before anybody asks for it, until what it returns is called. */
export function shareAccount(): () => void {
  sharedSnapshots();
  sharedRegions();
  vpnGatewayLists.share();
  customerGatewayLists.share();
  return startSharing();
}
