import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";
import { DIAGNOSIS_CODES } from "@/lib/vpn/logs/diagnosis-codes";
import { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";

describe("the words of logs and diagnosis", () => {
  it.each(DIAGNOSIS_CODES)("say in both languages what %s is, and what to do", (code) => {
    for (const { logs } of [en, zhCN]) {
      expect(logs.code[code].title.length).toBeGreaterThan(3);
      expect(logs.code[code].advice.length).toBeGreaterThan(5);
    }
    expect(zhCN.logs.code[code].title).not.toBe(en.logs.code[code].title);
    expect(zhCN.logs.code[code].advice).not.toBe(en.logs.code[code].advice);
  });

  it("explain each meaning of a line with a sentence in both languages, and no other", () => {
    const meanings = [...new Set(LINE_KEYWORDS.map(([, meaning]) => meaning))].toSorted();
    expect(Object.keys(en.logs.line).toSorted()).toEqual(meanings);
    for (const meaning of meanings) {
      expect(en.logs.line[meaning]).toMatch(/^[A-Z].*\.$/);
      expect(zhCN.logs.line[meaning]).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it("never advise a weak algorithm", () => {
    expect(JSON.stringify([en.logs.code, zhCN.logs.code])).not.toMatch(/md5|3des/i);
  });
});
