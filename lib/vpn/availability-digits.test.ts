import { expect, it } from "vitest";
import { cutRatio } from "@/lib/vpn/availability-digits";

it.each([
  [1, 1, 0],
  [0.9999999, 0.99999, 3],
  [0.9999, 0.9999, 3],
  [0.99896, 0.9989, 2],
  [0.5, 0.5, 2],
  [2 / 3, 0.6666, 2],
  [0.00001, 0, 2],
  [0, 0, 0],
])("the ratio %d is cut to %d with %d digits", (ratio, value, digits) => {
  expect(cutRatio(ratio)).toEqual({ value, digits });
});
