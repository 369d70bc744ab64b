import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { setHeaders } from "@/lib/server/http/response-headers";
import { BY_PROVIDER, signInBy } from "@/lib/server/testing/sign-in";

afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

function headersOf() {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  setHeaders(response);
  return response.getHeaders();
}

describe("the headers of every answer", () => {
  it("allow nothing that is not asked for", () => {
    signInBy({});
    expect(headersOf()).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "x-robots-tag": "noindex, nofollow",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headersOf()["permissions-policy"]).toMatch(/^(\w+(-\w+)*=\(\)(, |$))+$/);
  });

  it("say for how long https is meant, where users come by it", () => {
    signInBy({});
    expect(headersOf()).not.toHaveProperty("strict-transport-security");
    signInBy({ ...BY_PROVIDER, HOST: "127.0.0.1", APP_URL: "http://127.0.0.1:3000" });
    expect(headersOf()).not.toHaveProperty("strict-transport-security");
    signInBy(BY_PROVIDER);
    expect(headersOf()).toMatchObject({ "strict-transport-security": "max-age=31536000" });
  });
});
