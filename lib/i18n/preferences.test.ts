import { describe, expect, it } from "vitest";
import { chosenOf, preferenceCookie, PREFERENCES } from "@/lib/i18n/preferences";

describe("what a user has chosen", () => {
  it.each([undefined, "", "banana", "DARK", "__proto__"])("is the first value for %j", (chosen) => {
    expect(chosenOf(PREFERENCES.theme, chosen)).toBe("system");
    expect(chosenOf(PREFERENCES.locale, chosen)).toBe("auto");
  });

  it("is the value itself where there is such a one", () => {
    expect(chosenOf(PREFERENCES.theme, "dark")).toBe("dark");
    expect(chosenOf(PREFERENCES.locale, "zh-CN")).toBe("zh-CN");
    expect(chosenOf(PREFERENCES.shortcuts, "off")).toBe("off");
  });

  it("is kept in a cookie of its own", () => {
    expect(preferenceCookie("theme")).toBe("tunnelboard-theme");
  });
});
