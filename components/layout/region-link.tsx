"use client";

import { useRegions } from "@/components/layout/use-regions";
import { pages } from "@/lib/vpn/hrefs";

/** A region by its name, as a link to its list. */
export function RegionLink({ regionId }: { regionId: string }) {
  const name = useRegions()?.find((region) => region.regionId === regionId)?.localName;
  return (
    <a href={pages.vpnConnections(regionId)} className="link">
      {name ?? regionId}
    </a>
  );
}
