import { expect, it } from "vitest";
import { pathText } from "@/lib/vpn/path-text";

it.each([
  ["vpn-1", "vpn-1"],
  ["vpn-%C3%BC", "vpn-ü"],
  ["cgw-50%25", "cgw-50%"],
  ["a%2Fb", "a/b"],
  ["100%", "100%"],
  ["%E4%B8", "%E4%B8"],
])("the path's %s means %s", (part, text) => {
  expect(pathText(part)).toBe(text);
});
