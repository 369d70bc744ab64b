import "server-only";
import { z } from "zod";
import { listOf, text } from "@/lib/server/vpc-api/raw/scalars";

const rawRegion = z.object({ RegionId: z.string(), LocalName: text });

/**
 * DescribeRegions. An account always has regions, so a body without any is no answer; one that makes
 * no sense does not take the others with it.
 */
export const rawRegionList = z.object({
  Regions: listOf("Region", rawRegion).refine((regions) => regions.length > 0),
});
