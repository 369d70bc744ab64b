import { expect, it } from "vitest";
import { regionOfPath } from "@/lib/server/remembered-region";

it.each([
  ["/regions/cn-hangzhou/vpn-connections", "cn-hangzhou"],
  ["/regions/eu-central-1/vpn-connections/vco-1", "eu-central-1"],
  ["/regions/cn-hangzhou", null],
  ["/regions//vpn-connections", null],
  ["/regions/CN/vpn-connections", null],
  ["/regions/cn%2Fx/vpn-connections", null],
  ["/regions/cn;a=b/vpn-connections", null],
  [`/regions/${"a".repeat(65)}/vpn-connections`, null],
  ["/api/regions/cn-hangzhou/vpn-connections", null],
  ["/", null],
])("the path %s leads to the region %j", (path, regionId) => {
  expect(regionOfPath(path)).toBe(regionId);
});
