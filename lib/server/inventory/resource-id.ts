import "server-only";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";

type IdName = "vpnConnectionId" | "vpnGatewayId" | "customerGatewayId";

/** Lets only pass what can be an id. Throws ParameterError. */
export function requireResourceId(name: IdName, id: string): void {
  if (!RESOURCE_ID.test(id)) throw new ParameterError(name, "malformed");
}
