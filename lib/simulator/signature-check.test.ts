import { beforeEach, describe, expect, it } from "vitest";
import { createSignatureCheck } from "./signature-check";
import { isSignedWith } from "./signature";
import { signedParameters } from "./signed-request";

const keys = { accessKeyId: "testid", accessKeySecret: "testsecret" };
const clock = Date.UTC(2026, 10, 1, 12);
const minute = 60_000;

function stamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, "");
}

function request(given: Record<string, string | undefined> = {}) {
  const parameters = new Map(signedParameters("GET", keys, { Timestamp: stamp(clock), ...given }));
  const verified = isSignedWith(keys.accessKeySecret, "GET", parameters);
  return { method: "GET", parameters, verified };
}

describe("the gateway's checks", () => {
  let check: ReturnType<typeof createSignatureCheck>;

  beforeEach(() => {
    check = createSignatureCheck({ ...keys, securityToken: undefined }, () => clock);
  });

  it("lets a rightly signed request pass", () => {
    expect(() => check(request())).not.toThrow();
    expect(() => check(request({ SecurityToken: "" }))).not.toThrow();
  });

  it.each([
    ["MissingAccessKeyId", 400, { AccessKeyId: undefined }],
    ["MissingAccessKeyId", 400, { AccessKeyId: "" }],
    ["InvalidAccessKeyId.NotFound", 404, { AccessKeyId: "other" }],
    ["InvalidSecurityToken.Malformed", 400, { SecurityToken: "unasked" }],
    ["MissingSignatureMethod", 400, { SignatureMethod: undefined }],
    ["InvalidParameter", 400, { SignatureMethod: "HMAC-SHA256" }],
    ["InvalidParameter", 400, { SignatureVersion: "2.0" }],
    ["IllegalTimestamp", 400, { Timestamp: undefined }],
    ["InvalidTimeStamp.Format", 400, { Timestamp: "2026-11-01 12:00:00" }],
    ["InvalidTimeStamp.Format", 400, { Timestamp: "2026-13-01T12:00:00Z" }],
    ["InvalidTimeStamp.Expired", 400, { Timestamp: stamp(clock - 15 * minute - 1000) }],
    ["InvalidTimeStamp.Expired", 400, { Timestamp: stamp(clock + 15 * minute + 1000) }],
    ["IncompleteSignature", 400, { Signature: undefined }],
    ["SignatureDoesNotMatch", 400, { Signature: "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" }],
    ["MissingSignatureNonce", 400, { SignatureNonce: undefined }],
  ])("refuses with %s (%i): %o", (code, status, given) => {
    expect(() => check(request(given))).toThrow(expect.objectContaining({ code, status }));
  });

  it("takes time stamps up to a quarter of an hour off, either way", () => {
    expect(() => check(request({ Timestamp: stamp(clock - 15 * minute) }))).not.toThrow();
    expect(() => check(request({ Timestamp: stamp(clock + 15 * minute) }))).not.toThrow();
  });

  it("judges time stamps by a clock that is off, and nonces by the true one", () => {
    const off = 15 * minute + 1000;
    const expired = expect.objectContaining({ code: "InvalidTimeStamp.Expired", status: 400 });
    expect(() => check(request(), off)).toThrow(expired);
    expect(() => check(request(), -off)).toThrow(expired);
    expect(() => check(request({ Timestamp: stamp(clock + off) }), off)).not.toThrow();
    const once = request({ SignatureNonce: "once", Timestamp: stamp(clock + 90 * minute) });
    expect(() => check(once, 90 * minute)).not.toThrow();
    expect(() => check(once, 90 * minute)).toThrow(
      expect.objectContaining({ code: "SignatureNonceUsed" }),
    );
  });

  it("echoes the string to sign, AccessKeyId included", () => {
    expect(() => check(request({ Signature: "wrong" }))).toThrow(
      /server string to sign is:GET&%2F&AccessKeyId%3Dtestid%26/,
    );
  });

  it("takes a nonce once, and does not use it up on a bad signature", () => {
    const good = request({ SignatureNonce: "once" });
    expect(() => check(request({ SignatureNonce: "once", Signature: "wrong" }))).toThrow(
      expect.objectContaining({ code: "SignatureDoesNotMatch" }),
    );
    expect(() => check(good)).not.toThrow();
    expect(() => check(good)).toThrow(expect.objectContaining({ code: "SignatureNonceUsed" }));
  });

  it("wants exactly its security token when it has one", () => {
    const strict = createSignatureCheck({ ...keys, securityToken: "token" }, () => clock);
    expect(() => strict(request({ SecurityToken: "token" }))).not.toThrow();
    expect(() => strict(request({ SecurityToken: "Token" }))).toThrow(
      expect.objectContaining({ code: "InvalidSecurityToken.Malformed" }),
    );
    expect(() => strict(request())).toThrow(
      expect.objectContaining({ code: "MissingSecurityToken" }),
    );
  });
});
