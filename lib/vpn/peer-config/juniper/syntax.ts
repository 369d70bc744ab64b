import type { PeerModel, PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { objectName } from "@/lib/vpn/peer-config/safe-text";
import { numberOf } from "@/lib/vpn/peer-config/vendor-parts";

/** Names of proposals, policies and zones have at most 32 characters, or 31 of a zone. */
const MAX_BASE_NAME = 24;

export const baseName = (model: PeerModel) => objectName(model.objectName, MAX_BASE_NAME);

export function tunnelName(model: PeerModel, { number }: PeerTunnel): string {
  return `${baseName(model)}-${number}`;
}

export const interfaceName = (tunnel: PeerTunnel) => `st0.${numberOf(tunnel)}`;
