import "server-only";
import type { Region } from "@/lib/vpn/types";
import { isRegionId } from "@/lib/vpn/region-id";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { rawRegionList } from "@/lib/server/vpc-api/raw/region";

/** DescribeRegions asks for no region and no permission; `callRegionId` only picks the endpoint. */
export async function describeRegions(
  callRegionId: string,
  language: "en-US" | "zh-CN",
): Promise<Region[]> {
  const { answer } = await callVpcApi({
    action: "DescribeRegions",
    regionId: callRegionId,
    parameters: { AcceptLanguage: language },
    schema: rawRegionList,
  });
  const regions = answer.Regions.filter((raw) => isRegionId(raw.RegionId)).map((raw) => ({
    regionId: raw.RegionId,
    localName: raw.LocalName ?? raw.RegionId,
  }));
  // Region ids become host names; where none can, this is not Alibaba's list.
  if (regions.length === 0) throw new VpcApiError("bad_answer");
  return [...new Map(regions.map((region) => [region.regionId, region])).values()];
}
