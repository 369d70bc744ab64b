import type { PeerTunnel } from "@/lib/vpn/peer-config/peer-model";
import { numberOf } from "@/lib/vpn/peer-config/vendor-parts";

/** Single quotes keep the shell, which the command line is, from reading a value. */
export const quoted = (value: string | number) => `'${value}'`;

export const interfaceName = (tunnel: PeerTunnel) => `vti${numberOf(tunnel)}`;
