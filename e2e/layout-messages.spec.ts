import { expect, REGION, test } from "@/e2e/fixtures";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import enFields from "@/lib/i18n/messages/fields.en.json" with { type: "json" };
import zhCNFields from "@/lib/i18n/messages/fields.zh-CN.json" with { type: "json" };
import zhCN from "@/lib/i18n/messages/zh-CN.json" with { type: "json" };
import { pages } from "@/lib/vpn/hrefs";

type Tree = { [key: string]: Tree | string };

/** Messages that stand in a page as they stand in their file: no values, no quotes, not short. */
function plain(...trees: Tree[]): string[] {
  return trees
    .flatMap((tree) => Object.values(tree))
    .flatMap((child) => (typeof child === "string" ? [child] : plain(child)))
    .filter((message) => message.length >= 12 && !/[{}<>"'“”‘’&\\]/.test(message));
}

for (const { locale, messages, fields } of [
  { locale: "en-US", messages: en, fields: enFields },
  { locale: "zh-CN", messages: zhCN, fields: zhCNFields },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    const { connections, values, states, copy, regions, crashed } = messages;
    const { app, pages: ofPages, filterForm, display, shortcuts } = messages;
    const { problems, vpnGateways, customerGateways, notHere, missingNames, go } = messages;
    const inList = plain(connections, values, states, copy, regions);
    const known = new Set([
      ...inList,
      ...plain(crashed, app, ofPages, filterForm, display, shortcuts, messages.columns),
    ]);
    const elsewhere = plain(
      problems,
      vpnGateways,
      customerGateways,
      notHere,
      missingNames,
      go,
      ...Object.values(fields).map(({ explain }) => ({ explain })),
    ).filter((message) => ![...known].some((one) => one.includes(message)));

    test("the list's page brings the words it draws with, and no others", async ({ page }) => {
      const bodies: Promise<string>[] = [];
      page.on("response", (response) => {
        if (["document", "script"].includes(response.request().resourceType())) {
          bodies.push(response.text());
        }
      });
      await page.goto(pages.vpnConnections(REGION), { waitUntil: "networkidle" });
      const all = (await Promise.all(bodies)).join("\n");
      expect(bodies.length).toBeGreaterThan(2);
      expect(inList.length).toBeGreaterThan(20);
      expect(inList.filter((message) => !all.includes(message))).toEqual([]);
      expect(elsewhere.length).toBeGreaterThan(40);
      expect(elsewhere.filter((message) => all.includes(message))).toEqual([]);
    });

    test("nor does it bring the other language's", async ({ page }) => {
      const other = plain((locale === "en-US" ? zhCN : en).connections);
      const html = await (await page.goto(pages.vpnConnections(REGION)))?.text();
      expect(html).toContain("sap-hana-dr-link");
      expect(other.filter((message) => html?.includes(message))).toEqual([]);
    });
  });
}

test("a problem brings its own text, and not the others'", async ({ page, simulator }) => {
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden.RAM" });
  const html = await (await page.request.get(pages.vpnConnections(REGION))).text();
  expect(html).toContain("lacks the action vpc:DescribeVpnConnections");
  expect(html).not.toContain(en.problems.timeout.title);
  expect(html).not.toContain(en.problems.bad_credentials.title);
});
