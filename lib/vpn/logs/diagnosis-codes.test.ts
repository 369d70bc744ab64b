import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";
import {
  DIAGNOSIS_CODES,
  diagnosisCodeOf,
  diagnosisSeverityOf,
  isAboutKeys,
} from "@/lib/vpn/logs/diagnosis-codes";

describe("codes of a diagnosis", () => {
  it.each(DIAGNOSIS_CODES)("%s is known in any case, with words in both languages", (code) => {
    expect(diagnosisCodeOf(code)).toBe(code);
    expect(diagnosisCodeOf(` ${code.toUpperCase()} `)).toBe(code);
    for (const { logs } of [en, zhCN]) {
      expect(logs.code[code].title.length).toBeGreaterThan(3);
      expect(logs.code[code].advice.length).toBeGreaterThan(5);
    }
    expect(zhCN.logs.code[code].title).not.toBe(en.logs.code[code].title);
  });

  it.each(["RekeyCollision", "", null])("%j is none of them", (code) => {
    expect(diagnosisCodeOf(code)).toBeNull();
  });

  it("never advises a weak algorithm", () => {
    expect(JSON.stringify(en.logs.code)).not.toMatch(/md5|3des/i);
  });
});

it("severities have the documented spelling, unknown ones their own", () => {
  expect(["critical", "WARN", "Normal", "Fatal", null].map(diagnosisSeverityOf)).toEqual([
    "Critical",
    "Warn",
    "Normal",
    "Fatal",
    null,
  ]);
});

it("codes about keys are told from the others", () => {
  expect(["PskMismatch", "pskmismatch", "PreSharedKeyDiffers"].every(isAboutKeys)).toBe(true);
  expect(["DhGroupMismatch", "PfsMismatch", null].some(isAboutKeys)).toBe(false);
});
