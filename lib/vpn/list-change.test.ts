import { expect, it } from "vitest";
import { listChange } from "@/lib/vpn/list-change";

it("tells what has come and what has gone, and nothing of what has stayed", () => {
  const change = listChange("10.0.0.0/8, 10.1.0.0/16", "10.1.0.0/16, 10.2.0.0/16");
  expect(change).toEqual({ added: ["10.2.0.0/16"], removed: ["10.0.0.0/8"] });
  expect(listChange("", "a")).toEqual({ added: ["a"], removed: [] });
  expect(listChange("a", "")).toEqual({ added: [], removed: ["a"] });
});
