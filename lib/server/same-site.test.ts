import { describe, expect, it } from "vitest";
import { isFromOurPage, pageOf } from "@/lib/server/same-site";

const HOST = "dash.example:3000";
const headers = (given: Record<string, string>) => new Headers({ host: HOST, ...given });

describe("a request from a page of ours", () => {
  it.each([
    ["the browser says so", { "sec-fetch-site": "same-origin" }, true],
    [
      "the browser says otherwise, whatever else is sent",
      { "sec-fetch-site": "same-site", origin: `http://${HOST}` },
      false,
    ],
    ["another site", { "sec-fetch-site": "cross-site" }, false],
    ["typed", { "sec-fetch-site": "none" }, false],
    ["an older browser's Origin", { origin: `http://${HOST}` }, true],
    ["an Origin of another host", { origin: "http://evil.example" }, false],
    ["an Origin of another port", { origin: "http://dash.example:3001" }, false],
    ["an Origin that is none", { origin: "null", referer: `http://${HOST}/` }, false],
    ["a Referer", { referer: `http://${HOST}/regions/x` }, true],
    ["a Referer of another host", { referer: `http://evil.example/${HOST}` }, false],
    ["nothing at all", {}, false],
  ])("%s", (_name, given, expected) => {
    expect(isFromOurPage(headers(given))).toBe(expected);
  });
});

describe("the page a request comes from", () => {
  it.each([
    ["with its query", `http://${HOST}/regions/x?open=a&open=b`, "/regions/x?open=a&open=b"],
    ["without its fragment", `http://${HOST}/a#b`, "/a"],
    ["never another host's", "http://evil.example/a", null],
    [
      "nor one that a browser would take for one",
      `http://${HOST}//evil.example/a`,
      "/evil.example/a",
    ],
    ["nor by backslashes", `http://${HOST}/\\evil.example`, "/evil.example"],
    ["nor behind a user name", `http://${HOST}@evil.example/`, null],
    ["nor of another scheme", "javascript:alert(1)", null],
    ["nor of a scheme that keeps backslashes", `foo://${HOST}/\\\\evil.example`, null],
    ["nor nonsense", "///", null],
  ])("%s", (_name, referer, expected) => {
    expect(pageOf(headers({ referer }))).toBe(expected);
  });

  it("is not known without a Referer", () => {
    expect(pageOf(headers({}))).toBeNull();
  });
});
