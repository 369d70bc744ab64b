import { describe, expect, it } from "vitest";
import { RequestLimitError, requireLimits } from "@/lib/server/http/request-limits";

type Given = Record<string, string>;
const FORM = "application/x-www-form-urlencoded";

/** Why a request is refused; null where it is not. */
function refusalOf(
  method: string,
  headers: Given = {},
  href = "https://app.example/api/auth/sign-in",
): unknown {
  try {
    requireLimits({ method, nextUrl: new URL(href), headers: new Headers(headers) });
    return null;
  } catch (error) {
    return error instanceof RequestLimitError ? error.reason : error;
  }
}

describe("a request that reads", () => {
  it.each(["GET", "HEAD"])("by %s has no body", (method) => {
    expect(refusalOf(method)).toBeNull();
    expect(refusalOf(method, { "content-length": "0" })).toBeNull();
    expect(refusalOf(method, { "content-length": "1" })).toBe("unexpectedBody");
    expect(refusalOf(method, { "content-length": "x" })).toBe("unexpectedBody");
    expect(refusalOf(method, { "transfer-encoding": "chunked" })).toBe("unexpectedBody");
    expect(refusalOf(method, { "transfer-encoding": "chunked", "content-length": "0" })).toBe(
      "unexpectedBody",
    );
  });

  it("by another method is refused", () => {
    for (const method of [
      "PUT",
      "PATCH",
      "DELETE",
      "OPTIONS",
      "TRACE",
      "CONNECT",
      "PROPFIND",
      "get",
    ])
      expect(refusalOf(method)).toBe("method");
  });
});

const long = (length: number) => "https://app.example/".padEnd(length, "x");

describe("an address", () => {
  it("of 12,000 characters is taken, a longer one not", () => {
    expect(refusalOf("GET", {}, long(12_000))).toBeNull();
    expect(refusalOf("GET", {}, long(12_001))).toBe("addressTooLong");
    expect(refusalOf("POST", { "content-length": "0" }, long(12_001))).toBe("addressTooLong");
    expect(refusalOf("PUT", {}, long(12_001))).toBe("addressTooLong");
  });
});

describe("a form", () => {
  const post = (headers: Given) => refusalOf("POST", { "content-type": FORM, ...headers });

  it.each(["0", "1", "300", "8000"])("of %s bytes is taken", (length) => {
    expect(post({ "content-length": length })).toBeNull();
  });

  it.each(["8001", "99999", "999999999"])("of %s bytes is too large", (length) => {
    expect(post({ "content-length": length })).toBe("bodyTooLarge");
  });

  it.each(["", "-1", "1e3", "0x10", "1 000", "10,10", "1234567890", "Infinity"])(
    "of a length that is %j is refused",
    (length) => expect(post({ "content-length": length })).toBe("bodyLength"),
  );

  it("says how long it is, and nothing else does", () => {
    expect(post({})).toBe("bodyLength");
    expect(post({ "transfer-encoding": "chunked" })).toBe("bodyLength");
    expect(post({ "transfer-encoding": "chunked", "content-length": "10" })).toBe("bodyLength");
  });

  it.each([FORM, `${FORM};charset=UTF-8`, `${FORM} ; charset=utf-8`, FORM.toUpperCase()])(
    "is a form as %s",
    (type) => expect(post({ "content-length": "10", "content-type": type })).toBeNull(),
  );

  it.each(["", "application/json", "multipart/form-data; boundary=x", "text/plain", `${FORM}x`])(
    "is none as %j",
    (type) => {
      expect(post({ "content-length": "10", "content-type": type })).toBe("bodyType");
      // With nothing in it there is nothing to be read in another way.
      expect(post({ "content-length": "0", "content-type": type })).toBeNull();
    },
  );
});

describe("a form", () => {
  it.each(["/", "/vpn-connections", "/sign-in", "/api/overview", "/api/auth/callback"])(
    "is not what %s takes",
    (path) =>
      expect(refusalOf("POST", { "content-length": "0" }, `https://app.example${path}`)).toBe(
        "method",
      ),
  );
});
