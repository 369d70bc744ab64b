import { ask } from "@/e2e/raw-request";
import { expect } from "@/e2e/fixtures";
import { test } from "@/e2e/local-accounts";
import { PUBLIC_FILES } from "@/e2e/routes";
import { pages } from "@/lib/vpn/hrefs";

const TYPES: [string, RegExp][] = [
  [".png", /^image\/png$/],
  [".svg", /^image\/svg\+xml$/],
  [".ico", /^image\/(x-icon|vnd\.microsoft\.icon)$/],
  [".txt", /^text\/plain; charset=utf-8$/i],
  [".webmanifest", /^application\/manifest\+json$/],
];
const typeOf = (file: string) => TYPES.find(([ending]) => file.endsWith(ending))?.[1] ?? /^$/;

test("the files of public/ answer without a session, with every header", async ({ app }) => {
  for (const file of PUBLIC_FILES) {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers, cookies } = await ask(app.url, file, { method });
      expect(status, file).toBe(200);
      expect(headers["content-type"], file).toMatch(typeOf(file));
      expect(headers["content-security-policy"], file).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
      expect(headers["x-content-type-options"], file).toBe("nosniff");
      expect(headers["x-robots-tag"], file).toBe("noindex, nofollow");
      expect(headers["cross-origin-resource-policy"], file).toBe("same-origin");
      expect(headers["cache-control"], file).toBe("public, max-age=86400");
      expect(cookies, file).toEqual([]);
    }
    const { headers } = await ask(app.url, file);
    const known = { "if-none-match": headers.etag };
    expect((await ask(app.url, file, { headers: known })).status, file).toBe(304);
    expect((await ask(app.url, file, { method: "POST" })).status, file).toBe(405);
  }
});

for (const path of [
  "/icon-999.png",
  "/icon.svg/",
  "/icon.svg/regions",
  "/robots.txt/../api/regions",
  "/public/robots.txt",
  "/manifest.webmanifest.rsc",
  "/regions/robots.txt",
]) {
  test(`nothing beside them gets around sign-in: ${path}`, async ({ app }) => {
    const { status, headers, body } = await ask(app.url, path);
    expect([303, 308, 401]).toContain(status);
    expect(body).not.toContain("regionId");
    if (status === 303) expect(headers.location).toMatch(/^\/sign-in\?returnTo=/);
    expect(headers["cache-control"] ?? "").not.toContain("public");
  });
}

test("a page links its icons and its manifest, which the browser accepts", async ({
  page,
  app,
}) => {
  await page.goto(app.url + pages.signIn());
  const links = page.locator("head link[rel=icon], head link[rel=apple-touch-icon]");
  const icons = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(icons).toEqual(["/favicon.ico", "/icon.svg", "/apple-touch-icon.png"]);
  for (const icon of icons) expect(PUBLIC_FILES).toContain(icon);
  await expect(page.locator("head meta[name=theme-color]")).toHaveCount(2);
  const browser = await page.context().newCDPSession(page);
  const manifest = await browser.send("Page.getAppManifest");
  expect(manifest.url).toBe(`${app.url}/manifest.webmanifest`);
  expect(manifest.errors).toEqual([]);
  expect(JSON.parse(manifest.data ?? "")).toMatchObject({ name: "Tunnelboard", start_url: "/" });
});
