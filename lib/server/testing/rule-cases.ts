import "server-only";
import { describe, expect, it } from "vitest";
import { type Change, foundBy, pair, single } from "@/lib/server/testing/findings";
import type { RuleId, Severity } from "@/lib/vpn/findings/finding";

/** A rule that looks at one tunnel: what it sees, in every spelling, and what it must not see. */
export type RuleCase = [rule: RuleId, severity: Severity, sees: Change[], not: Change[]];

export const V1 = { IkeVersion: "ikev1" };

export function describeRules(cases: RuleCase[]): void {
  describe.each(cases)("%s", (rule, severity, sees, not) => {
    it.each(sees)("is found on a single tunnel: %j", (change) => {
      const [finding, ...more] = foundBy(rule, [single(change)]);
      expect(more).toEqual([]);
      expect(finding).toMatchObject({ severity, tunnel: null, vpnConnectionId: "vco-1" });
      expect(finding?.evidence.every(({ field, value }) => field !== "" && value !== "")).toBe(
        true,
      );
    });

    it.each(sees)("is found on the tunnel of a pair, and on no other: %j", (change) => {
      const found = foundBy(rule, [pair(change)]);
      expect(found.map(({ tunnel }) => tunnel)).toEqual([2]);
      expect(found[0]).toMatchObject({ severity, vpnConnectionId: "vco-1", vpnGatewayId: "vpn-1" });
    });

    it.each(not)("is not found: %j", (change) => {
      expect(foundBy(rule, [single(change), pair(change, "vco-2")])).toEqual([]);
    });
  });
}
