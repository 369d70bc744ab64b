import type { LogLine } from "@/lib/vpn/logs/connection-logs";

/** The id of a line on the page. */
export function lineAnchor({ tunnel, position }: LogLine): string {
  return `tunnel-${tunnel}-line-${position}`;
}
