import { describe, expect, it } from "vitest";
import { knownColumns, strictColumns } from "@/lib/vpn/columns";

const KNOWN = ["name", "verdict", "tags"] as const;

describe("columns in an address", () => {
  it("are those that the list knows, each once and in its own order", () => {
    expect(knownColumns(KNOWN, "tags,name,tags")).toEqual(["name", "tags"]);
    expect(knownColumns(KNOWN, "tags,color,")).toEqual(["tags"]);
    expect(knownColumns(KNOWN, "")).toEqual([]);
    expect(knownColumns(KNOWN, `name${",".repeat(2_000)}`)).toEqual([]);
  });

  it("are refused by the API where one of them is not known, or there is none", () => {
    expect(strictColumns(KNOWN, "tags,name")).toEqual(["name", "tags"]);
    for (const text of ["", "color", "tags,color", "tags,", "toString"]) {
      expect([text, strictColumns(KNOWN, text)]).toEqual([text, null]);
    }
  });
});
