import { violationsInBoth } from "@/e2e/axe-violations";
import { VIEWS } from "@/e2e/accessible-views";
import { expect, test } from "@/e2e/fixtures";

test.use({ allowFailedReplies: true });

// Contrast depends on the theme, words on the language, and neither on both.
for (const [index, { name, show }] of VIEWS.entries()) {
  const locale = index % 2 === 0 ? "en-US" : "zh-CN";
  test.describe(locale, () => {
    test.use({ locale });
    test(`axe finds nothing in ${name}, light and dark`, async ({ page, simulator }) => {
      await show(page, simulator);
      expect(await violationsInBoth(page)).toEqual([]);
      await expect(page.locator("html")).toHaveAttribute(
        "lang",
        locale === "zh-CN" ? "zh-CN" : "en",
      );
      expect(await page.locator("body").innerText()).not.toMatch(
        /\b(undefined|NaN|null)\b|\[object/,
      );
      // What a missing message is shown as.
      expect(await page.locator("body").innerText()).not.toMatch(
        /\b(connections|states|navigation|header|drawing|overview|vpnGateways|customerGateways|notHere|missingNames|logs|filterForm|display|shortcuts|allRegions|events|findings|history|subnets|compare|peerConfig|gatewayLists)\.\w/,
      );
    });
  });
}
