import { describe, expect, it } from "vitest";
import { problem } from "@/lib/server/runtime/problem-object";
import type { ProblemCode } from "@/lib/vpn/problem";

describe("a problem", () => {
  it("has a type of ours, and the status of its code", () => {
    expect(problem("not_found", "title", "detail")).toEqual({
      type: "urn:tunnelboard:problem:not_found",
      title: "title",
      status: 404,
      detail: "detail",
      code: "not_found",
    });
  });

  it.each<[ProblemCode, number]>([
    ["sign_in_required", 401],
    ["sign_in_failed", 401],
    ["wrong_token", 401],
    ["forbidden", 403],
    ["wrong_host", 421],
    ["starting", 503],
    ["too_many_attempts", 429],
    ["invalid_request", 400],
    // The user is not the one who may not: 401 and 403 would send them to sign in.
    ["bad_credentials", 502],
    ["access_denied", 502],
  ])("%s has status %i", (code, status) => {
    expect(problem(code, "", "").status).toBe(status);
  });
});
