import "server-only";

const CENTRAL = "https://vpc.aliyuncs.com";

/** Regions whose endpoint in Alibaba's SDK (vpc20160428 7.3.2) is the central one. */
const CENTRAL_REGIONS = new Set([
  "cn-hangzhou",
  "cn-hangzhou-finance",
  "cn-shanghai-finance-1",
  "cn-shenzhen-finance-1",
  "cn-north-2-gov-1",
]);

/** `override` is VPC_ENDPOINT: it takes every region's calls. The region id must have been checked. */
export function endpointOf(regionId: string, override: string | undefined): string {
  if (override !== undefined) return override;
  return CENTRAL_REGIONS.has(regionId) ? CENTRAL : `https://vpc.${regionId}.aliyuncs.com`;
}
