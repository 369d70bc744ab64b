import { beforeEach, describe, expect, it, vi } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { findingWords } from "@/lib/server/inventory/finding-words";
import { type Change, foundBy, pair, single } from "@/lib/server/testing/findings";
import type { RuleId } from "@/lib/vpn/findings/finding";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let words: Awaited<ReturnType<typeof findingWords>>[];

beforeEach(async () => {
  words = await Promise.all(LOCALES.map(findingWords));
});

const detailsOf = (rule: RuleId, bodies: object[]) =>
  words.map((inWords) => foundBy(rule, bodies).map((one) => inWords(one).detail));

const at = (id: string, ike: object) =>
  single({ ike, connection: { VpnGatewayId: "vpn-1", CustomerGatewayId: "c" } }, id);

describe("a lifetime that is too long", () => {
  it.each([
    [28_801, "lives 28,801 s. ", "为 28,801 秒。"],
    [28_900, "lives 28,900 s. ", "为 28,900 秒。"],
    [30_000, "lives 30,000 s (8.3 h). ", "为 30,000 秒（8.3 小时）。"],
    [86_400, "lives 86,400 s (24 h). ", "为 86,400 秒（24 小时）。"],
  ])("of %i s is said without hours that are those of the limit", (seconds, english, chinese) => {
    for (const [rule, change] of [
      ["ike-lifetime-long", { ike: { IkeLifetime: seconds } }],
      ["ipsec-lifetime-long", { ipsec: { IpsecLifetime: seconds } }],
    ] satisfies [RuleId, Change][]) {
      const [inEnglish, inChinese] = detailsOf(rule, [single(change)]);
      expect(inEnglish).toEqual([expect.stringContaining(english)]);
      expect(inChinese).toEqual([expect.stringContaining(chinese)]);
    }
  });
});

describe("fields that differ", () => {
  it("between tunnels are called as on pages, in each language", () => {
    const change = { ike: { IkeEncAlg: "aes", IkePfs: "group5" }, tunnel: { EnableDpd: "false" } };
    expect(detailsOf("tunnels-differ", [pair(change)])).toEqual([
      [expect.stringContaining("differ in IKE encryption, IKE DH group, and Dead peer detection.")],
      [expect.stringContaining("以下配置不同：IKE 加密算法、IKE DH 分组和DPD。")],
    ]);
  });

  it("between connections to one customer gateway are so too", () => {
    const bodies = [at("vco-1", {}), at("vco-2", { IkeLifetime: 3600 })];
    const [english = [], chinese = []] = detailsOf("peer-ike-differs", bodies);
    expect(english[0]).toContain("in IKE lifetime.");
    expect(chinese[0]).toContain("以下配置不同：IKE SA 生存周期。");
  });
});
