import { startApp } from "@/e2e/app-server";
import { expect } from "@/e2e/fixtures";
import { KINDS, LAST, test, uniqueId } from "@/e2e/many-regions";
import { wordsOf } from "@/e2e/reply-summary";
import { pages } from "@/lib/vpn/hrefs";

// The server makes these pages; with scripts a link is followed otherwise, which needs no id of each kind.
for (const { javaScriptEnabled, kinds } of [
  { javaScriptEnabled: true, kinds: KINDS.filter(({ prefix }) => prefix === "vpn") },
  { javaScriptEnabled: false, kinds: KINDS },
]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const { prefix, addressOf, heading, notHere, put } of kinds) {
      test(`a ${prefix} id in the last of many regions leads to its page`, async ({
        page,
        simulator,
      }) => {
        const id = uniqueId(prefix);
        put(simulator, LAST.regionId, id);
        await page.goto(pages.go(id));
        await expect(page).toHaveURL(addressOf(LAST.regionId, id));
        await expect(page).toHaveTitle(`${heading} · ${LAST.name} · Tunnelboard`);
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      });

      test(`the page of an unknown ${prefix} id says so, and leads to where it is`, async ({
        page,
        simulator,
      }) => {
        const id = uniqueId(prefix);
        put(simulator, LAST.regionId, id);
        await page.goto(addressOf("cn-beijing", id));
        await expect(page.getByRole("heading", { level: 1, name: notHere })).toBeVisible();
        await expect(page.getByText(`${id} is not there.`)).toBeVisible();
        await expect(page).toHaveTitle(`${id} · China (Beijing) · Tunnelboard`);
        const link = page.getByRole("link", { name: "Search all regions" });
        await expect(link).toHaveAttribute("href", pages.go(id));
        await link.click();
        await expect(page).toHaveURL(addressOf(LAST.regionId, id));
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      });

      test(`a ${prefix} id in two regions is a choice`, async ({ page, simulator }) => {
        const id = uniqueId(prefix);
        for (const regionId of ["cn-shanghai", "cn-beijing"]) put(simulator, regionId, id);
        await page.goto(pages.go(id));
        await expect(page).toHaveTitle("Find an id · Tunnelboard");
        const choice = page.getByRole("region", { name: "Found in more than one region" });
        await expect(choice).toContainText(id);
        await expect(choice.getByRole("link")).toHaveText(["China (Shanghai)", "China (Beijing)"]);
        await choice.getByRole("link", { name: "China (Beijing)" }).click();
        await expect(page).toHaveURL(addressOf("cn-beijing", id));
        await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
      });

      test(`a ${prefix} id that is nowhere is answered in words`, async ({ page, simulator }) => {
        const id = uniqueId(prefix);
        const before = simulator.requests.length;
        await page.goto(pages.go(id));
        const notice = page.getByRole("region", { name: "Id not found" });
        await expect(notice).toContainText(`No region has ${id}.`);
        const asked = new Set(simulator.requests.slice(before).map(({ regionId }) => regionId));
        for (const regionId of simulator.regionIds) expect(asked).toContain(regionId);
        await notice.getByRole("link", { name: "Go to the overview" }).click();
        await expect(page).toHaveURL(pages.home);
      });
    }
  });
}

for (const id of ["i-bp1abc", "tun-abc", "vco", "vco-", "VCO-abc", "-", "<b>x</b>"]) {
  test(`${id} is no id to look up, and no region is asked`, async ({ request, simulator }) => {
    // Names of gateways may still be read behind the page of another test.
    await expect(async () => {
      const before = simulator.requests.length;
      const words = wordsOf(await (await request.get(pages.go(id))).text());
      expect(words).toContain("Unknown id format");
      expect(words).toContain("does not start as an id does");
      const asked = simulator.requests.slice(before).map(({ action }) => action);
      expect(asked.filter((action) => action !== "DescribeRegions")).toEqual([]);
    }).toPass();
  });
}

for (const { prefix, addressOf, put } of KINDS) {
  test(`a search for a ${prefix} id ends in a redirect, and what it has read is not read again`, async ({
    request,
    simulator,
  }) => {
    const id = uniqueId(prefix);
    put(simulator, LAST.regionId, id);
    const app = await startApp(simulator, { TUNNELBOARD_CACHE_SECONDS: "60" });
    const search = () => request.get(app.url + pages.go(id), { maxRedirects: 0 });
    const first = await search();
    expect(first.status()).toBe(307);
    expect(first.headers().location).toBe(addressOf(LAST.regionId, id));
    // Regions that had not told yet when the id was found are still being read.
    let seen = -1;
    await expect.poll(() => seen === (seen = simulator.requests.length)).toBe(true);
    expect((await search()).headers().location).toBe(addressOf(LAST.regionId, id));
    expect(simulator.requests.length).toBe(seen);
    await app.close();
  });
}

test("the answers are in the user's language", async ({ browser, baseURL, simulator }) => {
  const page = await (await browser.newContext({ baseURL, locale: "zh-CN" })).newPage();
  await page.goto(pages.go(uniqueId("vco")));
  await expect(page.getByRole("heading", { name: "未找到此 ID" })).toBeVisible();
  const id = uniqueId("vpn");
  for (const regionId of ["cn-shanghai", "cn-beijing"]) KINDS[1].put(simulator, regionId, id);
  await page.goto(pages.go(id));
  await expect(page.getByRole("link", { name: "华北2（北京）" })).toBeVisible();
  await page.goto(pages.vpnGateway("cn-shenzhen", id));
  await expect(page.getByRole("heading", { name: /没有这个 VPN 网关$/ })).toBeVisible();
  await page.context().close();
});
