import "server-only";
import type { VpnTunnel } from "@/lib/vpn/types";

/** Key of a tunnel among the parts of its connection: its id, or its number where it has none. */
export function partOf({ tunnelId }: Pick<VpnTunnel, "tunnelId">, index: number): string {
  return tunnelId ?? `#${index + 1}`;
}
