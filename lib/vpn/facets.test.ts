import { expect, it } from "vitest";
import { facetsOf, suggestionsOf } from "@/lib/vpn/facets";
import { readRegionList } from "@/lib/vpn/search-params";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const some = [
  connection("a", [tunnel(null, "ikev2"), tunnel(null, "ikev1")], {
    vpnGatewayId: "vpn-2",
    customerGatewayIds: ["cgw-1", "cgw-2"],
    resourceGroupId: "rg-1",
    tags: [
      { key: "env", value: "prod" },
      { key: "url", value: "https://x" },
      { key: "odd:key", value: "x" },
    ],
  }),
  connection("b", [tunnel(null, "ikev2")], {
    vpnGatewayId: "vpn-1",
    customerGatewayIds: ["cgw-2"],
    tags: [{ key: "env", value: "prod" }],
  }),
  connection("c", [tunnel(null)], { vpnGatewayId: null }),
];

it("what a region can be filtered by is named once, in order, and spelled as the parameter", () => {
  const facets = facetsOf(some);
  expect(facets).toEqual({
    vpnGatewayIds: ["vpn-1", "vpn-2"],
    customerGatewayIds: ["cgw-1", "cgw-2"],
    resourceGroupIds: ["rg-1"],
    ikeVersions: ["ikev1", "ikev2"],
    tags: ["env:prod", "url:https://x"],
  });
  for (const tag of facets.tags) {
    const read = readRegionList(new URLSearchParams([["tag", tag]]));
    expect(read.ok && read.parameters.list.tag).toEqual([tag]);
  }
});

it("as many values as are of help are suggested, all of them or none", () => {
  const many = Array.from({ length: 500 }, (_, index) =>
    connection(`vco-${index}`, [], { vpnGatewayId: `vpn-${index}` }),
  );
  const few = facetsOf(many.slice(0, 30)).vpnGatewayIds;
  expect(few).toHaveLength(30);
  expect(suggestionsOf(few)).toEqual(few);
  expect(suggestionsOf(facetsOf(many.slice(0, 31)).vpnGatewayIds)).toEqual([]);
  expect(suggestionsOf(facetsOf(many).vpnGatewayIds)).toEqual([]);
  expect(suggestionsOf(undefined)).toEqual([]);
});
