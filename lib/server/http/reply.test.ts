import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import { reply } from "@/lib/server/http/reply";
import { forgetAll } from "@/lib/server/testing/account";
import { duringRequest } from "@/lib/server/testing/sign-in";
import { VpcApiError } from "@/lib/server/vpc-api/errors";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

beforeEach(() => {
  forgetAll();
});
afterEach(() => {
  globalThis.__tunnelboard = undefined;
});

const failing = (error: unknown) =>
  reply(async () => {
    throw error;
  });

describe("a route's reply", () => {
  it("is made for who still waits for it only", async () => {
    const read = vi.fn<() => Promise<object>>(async () => ({}));
    await duringRequest({}, () => reply(read));
    expect(read).toHaveBeenCalledOnce();
    const late = await duringRequest({}, ({ response }) => {
      response.emit("close");
      return reply(read);
    });
    expect(late.status).toBe(499);
    expect(read).toHaveBeenCalledOnce();
  });

  it("is the answer as JSON, for nobody's cache", async () => {
    const response = await reply(async () => ({ rows: ["é"] }));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.has("retry-after")).toBe(false);
    expect(await response.json()).toEqual({ rows: ["é"] });
  });

  it.each([
    [new ParameterError("pageSize", "malformed"), 400, null],
    [new ParameterError("regionId", "unknownRegion"), 404, null],
    [new VpcApiError("throttled", { retryAfterMs: 1_200 }), 503, "2"],
    [new VpcApiError("throttled"), 503, "30"],
    [new VpcApiError("not_configured"), 503, "60"],
    [new VpcApiError("access_denied"), 502, null],
    [new VpcApiError("timeout"), 504, null],
    [new Error("ours"), 500, null],
  ])("for %s is a problem with the status %i", async (error, status, retryAfter) => {
    const response = await failing(error);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("retry-after")).toBe(retryAfter);
    const problem: unknown = await response.json();
    expect(problem).toMatchObject({ status, type: expect.stringMatching(/^urn:tunnelboard:/) });
  });

  it("is a problem also when the answer cannot be written as JSON", async () => {
    const response = await reply(async () => ({ big: 1n }));
    expect(response.status).toBe(500);
  });

  it("is a problem also when the reading throws at once", async () => {
    const response = await reply(() => {
      throw new ParameterError("tag", "tooMany");
    });
    expect(response.status).toBe(400);
  });
});
