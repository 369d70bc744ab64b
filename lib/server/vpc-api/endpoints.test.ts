import { describe, expect, it } from "vitest";
import { endpointOf } from "@/lib/server/vpc-api/endpoints";

describe("the endpoint of a region", () => {
  it.each([
    ["cn-hangzhou", "https://vpc.aliyuncs.com"],
    ["cn-hangzhou-finance", "https://vpc.aliyuncs.com"],
    ["cn-shanghai-finance-1", "https://vpc.aliyuncs.com"],
    ["cn-shenzhen-finance-1", "https://vpc.aliyuncs.com"],
    ["cn-north-2-gov-1", "https://vpc.aliyuncs.com"],
    ["cn-shanghai", "https://vpc.cn-shanghai.aliyuncs.com"],
    ["cn-beijing-finance-1", "https://vpc.cn-beijing-finance-1.aliyuncs.com"],
    ["ap-southeast-8", "https://vpc.ap-southeast-8.aliyuncs.com"],
  ])("%s is %s", (regionId, endpoint) => expect(endpointOf(regionId, undefined)).toBe(endpoint));

  it.each(["cn-hangzhou", "eu-central-1"])("%s is the configured one, if any", (regionId) => {
    expect(endpointOf(regionId, "http://127.0.0.1:4010")).toBe("http://127.0.0.1:4010");
  });
});
