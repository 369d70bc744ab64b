import { describe, expect, it } from "vitest";
import { negotiateLocale } from "@/lib/i18n/locales";

describe("the user's language", () => {
  it.each([
    [null, "en"],
    ["", "en"],
    ["en", "en"],
    ["en-GB,en;q=0.9", "en"],
    ["zh", "zh-CN"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
    ["zh-TW", "zh-CN"],
    ["zh-Hant-HK", "zh-CN"],
    ["ZH-cn", "zh-CN"],
    ["de,zh;q=0.5", "zh-CN"],
    ["de-DE,fr;q=0.9", "en"],
    ["fr,en;q=0.4,zh;q=0.3", "en"],
    ["en;q=0.2,zh;q=0.7", "zh-CN"],
    ["zh;q=0.2, en;q=0.7", "en"],
    ["en;q=0.5,zh;q=0.5", "en"],
    ["zh;q=0.5,en;q=0.5", "zh-CN"],
    ["zh;q=0,en;q=0.1", "en"],
    ["zh;q=0", "en"],
    ["zh ; q=0.9 , en ; q=0.1", "zh-CN"],
    ["zh;level=1;q=0.1,en;q=0.2", "en"],
    ["zh;Q=0.1,en;q=0.2", "en"],
    ["*", "en"],
    ["*,zh;q=0.1", "zh-CN"],
    ["zhx,enx", "en"],
    ["zh;q=nonsense", "en"],
    [";;;,,,===;q=q=q", "en"],
    ["\u0000\uffff<script>", "en"],
  ])("with %j is %s", (header, locale) => expect(negotiateLocale(header)).toBe(locale));

  it("is looked for in the first 500 characters only", () => {
    expect(negotiateLocale(`${"fr,".repeat(160)}zh`)).toBe("zh-CN");
    expect(negotiateLocale(`${"fr,".repeat(170)}zh`)).toBe("en");
  });

  it.each(["zh,", "q=", "-", ",;"])("is found within 10 kB of %j", (part) => {
    const expected = part === "zh," ? "zh-CN" : "en";
    expect(negotiateLocale(part.repeat(10_240 / part.length))).toBe(expected);
  });
});
