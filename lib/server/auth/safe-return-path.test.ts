import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeReturnPath } from "@/lib/server/auth/safe-return-path";

describe("where to go on to after sign-in", () => {
  it.each([
    "/",
    "/regions/cn-hangzhou/vpn-connections?q=10.0.0.1&tag=a:b#top",
    "/go/vco-1",
    "/apis",
    "/sign-internal",
    "/a?to=https://other.example/",
    "/a?b=//other.example",
    "/a//b",
    "/@other.example",
    "/%2F%2Fother.example",
    "/%5Cother.example",
    "/https://other.example",
    "/javascript:alert(1)",
  ])("is %s", (path) => expect(safeReturnPath(path)).toBe(path));

  it.each([
    ["/a/../b", "/b"],
    ["/a\\b", "/a/b"],
    ["/a\tb", "/ab"],
    ["/区域", "/%E5%8C%BA%E5%9F%9F"],
    ["/a\r\nLocation: x", "/aLocation:%20x"],
  ])("is, of %j, what a browser makes of it: %s", (text, path) => {
    expect(safeReturnPath(text)).toBe(path);
  });

  it.each([
    null,
    "",
    "home",
    " /a",
    "?a",
    "#a",
    "//other.example",
    "///other.example",
    "//other.example/a",
    "/\\other.example/a",
    "/\t/other.example/a",
    "//other.example/..//a",
    "/\\other.example",
    "\\/other.example",
    "\\\\other.example",
    "/\\/other.example",
    "/\t/other.example",
    "/\n/other.example",
    "/\r\n/other.example",
    "/\t\\other.example",
    "\t//other.example",
    "\u0000//other.example",
    "/..//other.example",
    "/.//other.example",
    "/a/..//other.example",
    "/a/../..//other.example",
    "/%2e%2e//other.example",
    "/%2E//other.example",
    "/.\\/other.example",
    "/.\t.//other.example",
    "//here.invalid//other.example",
    "//user@other.example",
    "//here.invalid@other.example",
    "//here.invalid:80@other.example/",
    "https://other.example",
    "HTTPS:/other.example",
    "https:other.example",
    "http://here.invalid/",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "blob:https://app.example/x",
    "@other.example",
    "other.example",
    "//[",
    "//other.example:99999",
    "/api",
    "/api/",
    "/api/regions",
    "/API/regions",
    "/a/../api/regions",
    "/./api",
    "/\\api",
    "/api?format=csv",
    "/sign-in",
    "/sign-in/",
    "/sign-in?returnTo=/sign-in",
    "/Sign-In#a",
    "/_next/static/a.js",
  ])("is the home page for %j", (text) => expect(safeReturnPath(text)).toBe("/"));

  it("is the home page where it would be too long, or is once it is encoded", () => {
    const long = `/${"x".repeat(1_999)}`;
    expect(safeReturnPath(long)).toBe(long);
    for (const text of [`${long}x`, `/${"区".repeat(500)}`, `/?q=${"a b".repeat(500)}`]) {
      expect(safeReturnPath(text)).toBe("/");
    }
  });
});

describe("whatever is asked for", () => {
  const piece = fc.constantFrom(
    ..."/ // \\ . .. ? # @ : % a api API sign-in _next %2e %2f %5c %09 %61pi \t \n \r \0".split(
      " ",
    ),
    " ",
    "https:",
    "javascript:",
    "other.example",
    "here.invalid",
    "http://here.invalid",
    "\u3002",
    "\uFF0F",
    "\uD800",
    "x".repeat(700),
  );
  const pieces = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));
  const texts = fc.oneof(
    pieces,
    pieces.map((text) => `/${text}`),
    fc.string({ unit: "binary" }),
    fc.webUrl(),
  );

  it("the way leads on within this site, and not to the API or to sign in again", () => {
    const property = fc.property(texts, (text) => {
      const path = safeReturnPath(text);
      expect(path).toMatch(/^\/[!-~]*$/);
      expect(path.length).toBeLessThanOrEqual(2_000);
      const { origin, pathname } = new URL(path, "https://app.example/sign-in");
      expect(origin).toBe("https://app.example");
      expect(pathname).not.toMatch(/^\/(api|sign-in)(\/|$)/i);
      expect(pathname).not.toMatch(/^\/\//);
      // Reading it again, as the page and the route both do, makes nothing else of it.
      expect(safeReturnPath(path)).toBe(path);
    });
    fc.assert(property, { numRuns: 3_000 });
  });
});
