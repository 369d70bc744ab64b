import "server-only";
import type { Reader } from "@/lib/server/access/reader";
import { processWide } from "@/lib/server/process-wide";
import type { RegionRead } from "@/lib/vpn/select-page";

/** By what a reader sees; gone with the reading. */
export type VisibleParts = WeakMap<RegionRead, Map<string, RegionRead>>;

const parts = () => processWide("visibleParts", (): VisibleParts => new WeakMap());

/**
 * Of a region's reading what the reader may see; the same object for all who see the same. What could
 * not be read is left out where not all is seen: nobody knows whose it is.
 */
export function visiblePart(read: RegionRead, regionId: string, reader: Reader): RegionRead {
  if (reader.sightOf(regionId) === "all") return read;
  const known = parts().get(read) ?? new Map<string, RegionRead>();
  parts().set(read, known);
  const part = known.get(reader.view) ?? {
    ...read,
    vpnConnections: read.vpnConnections.filter((one) => reader.seesConnection(one)),
    unreadable: [],
  };
  known.set(reader.view, part);
  return part;
}
