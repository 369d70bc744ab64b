import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packJson, unpackJson } from "@/lib/vpn/packed-json";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

describe("packed JSON", () => {
  it("says what it was made from", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(unpackJson(packJson(value)))).toBe(JSON.stringify(value));
      }),
    );
  });

  it("leaves out undefined fields, as JSON does", () => {
    expect(unpackJson(packJson([{ stale: undefined, counts: null }]))).toEqual([{ counts: null }]);
  });

  it("names the fields of alike objects once", () => {
    const rows = ["vco-1", "vco-2", "vco-3"].map((id) => connection(id, [tunnel(null)]));
    const text = packJson(rows);
    expect(unpackJson(text)).toEqual(rows);
    expect(text.split("customerGatewayIds")).toHaveLength(2);
  });
});
