import { describe, expect, it } from "vitest";
import { harmless, shortened } from "@/lib/vpn/logs/harmless-text";

describe("text of somebody else", () => {
  it.each([
    ["a\nb", "a\\u{a}b"],
    ["a\u001b[31mb", "a\\u{1b}[31mb"],
    ["a\u0000b\u009bc", "a\\u{0}b\\u{9b}c"],
    ["a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["a\u200bb\ufeff", "a\\u{200b}b\\u{feff}"],
    ["a\u2028b", "a\\u{2028}b"],
    ["\ta\tb ", "a b"],
    ["a\ud800b", "a\ufffdb"],
    ["隧道 <b>🚀</b> ﷽", "隧道 <b>🚀</b> ﷽"],
  ])("%j is shown as %j", (text, shown) => {
    expect(harmless(text)).toBe(shown);
  });

  it("is cut where it is far too long, and not within a character", () => {
    expect(shortened("x".repeat(2_000))).toHaveLength(2_000);
    const cut = shortened(`${"x".repeat(1_999)}🚀${"y".repeat(20_000)}`);
    expect(cut.length).toBeLessThan(2_010);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.endsWith(" …")).toBe(true);
  });
});
