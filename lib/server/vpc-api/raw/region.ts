import "server-only";
import { z } from "zod";
import { listOf, text } from "@/lib/server/vpc-api/raw/scalars";

/** DescribeRegions. An account always has regions, so a body without any is no answer. */
export const rawRegionList = z.object({
  Regions: listOf("Region", z.object({ RegionId: z.string(), LocalName: text })).refine(
    (regions) => regions.length > 0,
  ),
});
