import { describe, expect, it } from "vitest";
import { DatabaseError } from "@/lib/server/database/database-error";
import type { Contact } from "@/lib/server/replicas/contact";
import { ceilingsOf, shareOf } from "@/lib/server/vpc-api/quota/ceilings";
import { createSharedQuota } from "@/lib/server/vpc-api/quota/shared-quota";

const failure = new DatabaseError("unreachable");

function quotaOf(replicas: number, alone: { from: number; isReturning?: boolean } | null) {
  const contact: Contact = {
    replicaId: "one",
    ask: () => Promise.reject(failure),
    alone: () => alone && { since: 0, failure, isReturning: false, ...alone },
    replicas: () => replicas,
    exchange: () => undefined,
    onChange: () => undefined,
    round: async () => undefined,
    start: () => undefined,
    untilMet: async () => undefined,
    leave: async () => undefined,
  };
  return createSharedQuota(contact, ceilingsOf(100));
}

describe("what a replica may start by itself", () => {
  it("is nothing while it takes its calls from the database, or is about to", () => {
    expect(quotaOf(3, null).own(0)).toBeNull();
    expect(quotaOf(3, { from: 0, isReturning: true }).own(100_000)).toEqual({
      callsPerSecond: 0,
      calls: 0,
      backgroundCalls: 0,
    });
  });

  it("is its part of what was held back, and its share when all before it is over", () => {
    const { own, common } = quotaOf(3, { from: 1_000 });
    expect(common).toEqual({ callsPerSecond: 90, calls: 450, backgroundCalls: 360 });
    const part = { callsPerSecond: 3, calls: 16, backgroundCalls: 13 };
    expect(own(1_000)).toEqual(part);
    expect(own(10_999)).toEqual(part);
    expect(own(11_000)).toEqual({ ...part, callsPerSecond: 33 });
    expect(own(72_000)).toEqual({ ...part, callsPerSecond: 33 });
    expect(own(72_600)).toEqual({ callsPerSecond: 33, calls: 166, backgroundCalls: 133 });
  });

  it.each([1, 2, 3, 7, 100, 1_000])("comes to no more than the whole for %i together", (count) => {
    const whole = ceilingsOf(1_000);
    const share = shareOf(whole, count);
    for (const name of ["callsPerSecond", "calls", "backgroundCalls"] as const) {
      expect(share[name] * count).toBeLessThanOrEqual(whole[name]);
    }
  });

  it("is one call every few seconds where there are more replicas than calls a second", () => {
    expect(shareOf(ceilingsOf(1), 4).callsPerSecond).toBe(0.25);
  });
});
