import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isSameOrigin, pageOf } from "@/lib/server/auth/same-origin";
import { BY_PROVIDER, signInBy } from "@/lib/server/testing/sign-in";

beforeEach(() => void signInBy({}));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

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
    [
      "the browser says so, of another origin",
      { "sec-fetch-site": "same-origin", origin: "http://evil.example" },
      false,
    ],
    [
      "the browser says so, of a page elsewhere",
      { "sec-fetch-site": "same-origin", referer: "http://evil.example/" },
      false,
    ],
    [
      "an Origin before a Referer",
      { origin: "http://evil.example", referer: `http://${HOST}/` },
      false,
    ],
    ["a Referer", { referer: `http://${HOST}/regions/x` }, true],
    ["a Referer of another host", { referer: `http://evil.example/${HOST}` }, false],
    ["nothing at all", {}, false],
  ])("%s", (_name, given, expected) => {
    expect(isSameOrigin(headers(given))).toBe(expected);
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

describe("behind a proxy, where users use another address than the one it asks for,", () => {
  const APP_URL = "https://app.example";
  beforeEach(() => void signInBy({ ...BY_PROVIDER, APP_URL }));

  it.each([
    ["a page of that address", { origin: APP_URL }, true],
    ["a Referer of that address", { referer: `${APP_URL}/regions/x` }, true],
    ["the browser says so", { "sec-fetch-site": "same-origin", origin: APP_URL }, true],
    ["the address that the proxy asks for", { origin: `http://${HOST}` }, false],
    ["that name on plain http", { origin: "http://app.example" }, false],
    ["that name on another port", { origin: "https://app.example:8443" }, false],
    ["a name that begins so", { origin: "https://app.example.evil.example" }, false],
    ["another name before it", { origin: "https://evil.app.example" }, false],
    [
      "a page whose Host is its own",
      { host: "evil.example", origin: "http://evil.example" },
      false,
    ],
  ])("%s", (_name, given, expected) => {
    expect(isSameOrigin(headers(given))).toBe(expected);
  });

  it("the page is one of that address", () => {
    expect(pageOf(headers({ referer: `${APP_URL}/a?b` }))).toBe("/a?b");
    expect(pageOf(headers({ referer: `http://${HOST}/a` }))).toBeNull();
  });
});
