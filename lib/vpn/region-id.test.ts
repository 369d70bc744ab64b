import { describe, expect, it } from "vitest";
import { isRegionId } from "@/lib/vpn/region-id";

describe("a region id", () => {
  it.each([
    "cn-hangzhou",
    "cn-beijing-finance-1",
    "cn-zhengzhou-jva",
    "ap-southeast-1",
    "me-central-1",
    "cn-north-2-gov-1",
    "cn-zhangjiakou-na62-a01",
    "rus-west-1",
  ])("is %s", (id) => expect(isRegionId(id)).toBe(true));

  it.each([
    "",
    "cn",
    "cn-",
    "-cn-hangzhou",
    "CN-hangzhou",
    "cn_hangzhou",
    "cn hangzhou",
    "cn-hangzhou ",
    "cn-hangzhou\n",
    "cn-hangzhou.evil.org",
    "cn-hangzhou/..",
    "cn-hangzhou@evil.org",
    "cn-hangzhou:80",
    "cn-hangzhou#",
    "cn-häng",
    "cn--hangzhou",
    "1-2",
    `cn-${"a".repeat(21)}`,
    "cn-a-b-c-d-e-f",
    `cn${"-aaaaaaaaaaaaaaaaaaaa".repeat(4)}`,
  ])("is not %j", (text) => expect(isRegionId(text)).toBe(false));
});
