import { expect, it } from "vitest";
import { suggestionsOf } from "@/lib/vpn/compared-suggestions";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

const named = (id: string, name: string, regionId = "eu-central-1") =>
  connection(id, [tunnel("ipsec_sa_established")], { name, regionId });

it("are the other connections, those of the region first, by id where a name does not tell which", () => {
  const own = named("vco-own", "own");
  const all = [
    named("vco-far", "far", "us-west-1"),
    named("vco-twin", "twin", "us-west-1"),
    own,
    named("vco-near", "near"),
    named("vco-twin2", "twin"),
    named("vco-nameless", ""),
  ];
  expect(suggestionsOf(own, all)).toEqual(["near", "vco-twin2", "vco-nameless", "far", "vco-twin"]);
  const many = Array.from({ length: 300 }, (_, index) => named(`vco-${index}`, `n${index}`));
  expect(suggestionsOf(own, many)).toHaveLength(200);
});
