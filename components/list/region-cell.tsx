import type { Route } from "next";
import { ShortId } from "@/components/list/short-id";

/** Longer ones differ at their end alone: ap-southeast-1 and its like. */
const LONG = 12;

type Props = { regionId: string; name: string; href: Route };

/** A region by its id, since names of a country's regions are cut where they begin to differ; its name is at hand. */
export function RegionCell({ regionId, name, href }: Props) {
  return (
    <a href={href} title={name} aria-label={`${regionId} ${name}`} className="list-link text-xs/5">
      {regionId.length > LONG ? <ShortId id={regionId} /> : regionId}
    </a>
  );
}
