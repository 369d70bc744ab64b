import { describe, expect, it } from "vitest";
import { readableTarget } from "@/lib/server/http/readable-request";

describe("the target of a request", () => {
  it.each([
    "/",
    "/?q=%",
    "/regions/cn-hangzhou/vpn-connections?q=a?b&q=%zz",
    "/go?id=%E4%B8%93",
    "/%E4%B8%93",
    "//evil.example/x",
    "/%2e%2e/x",
    "/50%25",
  ])("stays as it is where Next can read it: %j", (target) => {
    expect(readableTarget(target)).toBe(target);
  });

  it.each([
    ["http://evil.example/a?b", "/a?b"],
    ["https://evil.example", "/"],
    ["HTTP://evil.example?x=1", "/?x=1"],
    ["x-y+z.1://evil.example//a", "//a"],
    ["*", "/*"],
    ["", "/"],
    ["?q=1", "/?q=1"],
  ])("is a path of this server: %j", (target, path) => {
    expect(readableTarget(target)).toBe(path);
  });

  it.each([
    ["/%", "/%25"],
    ["/%zz/a?q=%", "/%25zz/a?q=%"],
    ["/%ff", "/%25ff"],
    ["/%E4%B8/%2e%2e", "/%25E4%25B8/%252e%252e"],
    ["/a%2", "/a%252"],
  ])("has percent signs that stand for themselves where they begin nothing: %j", (target, path) => {
    expect(readableTarget(target)).toBe(path);
  });
});
