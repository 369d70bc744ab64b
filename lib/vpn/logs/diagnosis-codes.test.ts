import { describe, expect, it } from "vitest";
import {
  DIAGNOSIS_CODES,
  diagnosisCodeOf,
  diagnosisSeverityOf,
  isAboutKeys,
} from "@/lib/vpn/logs/diagnosis-codes";

describe("codes of a diagnosis", () => {
  it.each(DIAGNOSIS_CODES)("%s is known in any case", (code) => {
    expect(diagnosisCodeOf(code)).toBe(code);
    expect(diagnosisCodeOf(` ${code.toUpperCase()} `)).toBe(code);
  });

  it.each(["RekeyCollision", "", null])("%j is none of them", (code) => {
    expect(diagnosisCodeOf(code)).toBeNull();
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
