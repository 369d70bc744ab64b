import { afterEach, describe, expect, it, vi } from "vitest";
import { DatabaseError } from "@/lib/server/database/database-error";
import { healthFor } from "@/lib/server/http/health";
import { OPERATOR } from "@/lib/server/testing/users";

const alone = vi.hoisted(() => vi.fn<() => object | null>());
const notRecording = vi.hoisted(() => vi.fn<() => object | null>());
vi.mock("@/lib/server/replicas/contact", () => ({ contact: () => ({ alone }) }));
vi.mock("@/lib/server/database/store", () => ({ notRecording }));
afterEach(() => vi.resetAllMocks());

const failure = new DatabaseError("unreachable", "ECONNREFUSED");

describe("health", () => {
  it("is ok where nothing is away, and before that is known", () => {
    for (const state of [null, { from: 0, since: 5, failure: null, isReturning: false }]) {
      alone.mockReturnValue(state);
      notRecording.mockReturnValue(null);
      expect(healthFor(OPERATOR)).toEqual({ status: "ok" });
    }
  });

  it("says to whoever is signed in what is away, since when and why, and to strangers nothing", () => {
    alone.mockReturnValue({ from: 0, since: 5, failure, isReturning: false });
    notRecording.mockReturnValue({ since: 7, reason: "unreachable" });
    expect(healthFor(OPERATOR)).toEqual({
      status: "degraded",
      degraded: {
        replicas: { since: 5, reason: "unreachable" },
        history: { since: 7, reason: "unreachable" },
      },
    });
    expect(healthFor(null)).toEqual({ status: "ok" });
  });
});
