import type { APIRequestContext } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { PREFERENCES } from "@/lib/i18n/preferences";
import { api, pages } from "@/lib/vpn/hrefs";

const LIST = pages.vpnConnections(REGION, { pageSize: 5 });

type Sent = { form?: Record<string, string>; headers: Record<string, string> };

/** Sends a choice by hand, and does not follow where the answer leads. */
function send(request: APIRequestContext, { form = { theme: "dark" }, headers }: Sent) {
  return request.post(api.preferences, { form, headers, maxRedirects: 0 });
}

for (const [name, values] of Object.entries(PREFERENCES)) {
  for (const value of values) {
    test(`${name}=${value} is kept where no script and no other site gets at it`, async ({
      app,
      request,
    }) => {
      const reply = await send(request, { form: { [name]: value }, headers: { origin: app.url } });
      expect(reply.status()).toBe(303);
      expect(reply.headers()["cache-control"]).toBe("no-store");
      const [cookie, ...more] = (reply.headers()["set-cookie"] ?? "").split("\n");
      expect(more).toEqual([]);
      expect(cookie).toMatch(new RegExp(`^tunnelboard-${name}=${value};`));
      expect(cookie).toMatch(/; HttpOnly(;|$)/i);
      expect(cookie).toMatch(/; SameSite=Lax(;|$)/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).toMatch(/; Max-Age=\d{7,}(;|$)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    });
  }
}

for (const [from, headers] of [
  ["nowhere", {}],
  ["another site's form", { origin: "http://evil.example" }],
  ["another port", { origin: "http://127.0.0.1:1" }],
  ["a sandboxed frame", { origin: "null" }],
  ["another site's form, says the browser", { "sec-fetch-site": "cross-site" }],
  ["a neighbouring site", { "sec-fetch-site": "same-site" }],
] as const) {
  test(`a choice from ${from} is refused and sets nothing`, async ({ app, request }) => {
    const referer = `${app.url}${LIST}`;
    const isTold = Object.keys(headers).length > 0;
    const reply = await send(request, { headers: isTold ? { referer, ...headers } : headers });
    expect(reply.status()).toBe(403);
    expect(reply.headers()["content-type"]).toBe("application/problem+json");
    expect(await reply.json()).toMatchObject({ code: "forbidden", status: 403 });
    expect(reply.headers()["set-cookie"]).toBeUndefined();
    expect(reply.headers()["location"]).toBeUndefined();
  });
}

test.describe("in a browser", () => {
  test.use({ allowFailedReplies: true });

  test("a form on another site changes nothing in a user's browser", async ({ app, page }) => {
    const evil = "http://evil.example/";
    await page.route(evil, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method="post" action="${app.url}${api.preferences}"><button name="theme" value="dark">Win</button></form>`,
      }),
    );
    await page.goto(LIST);
    await page.goto(evil);
    await page.getByRole("button", { name: "Win" }).click();
    await expect(page.getByText("Access denied")).toBeVisible();
    await page.goto(LIST);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
  });
});

const WRONG: Record<string, string>[] = [
  { theme: "banana" },
  { theme: "" },
  { theme: "DARK" },
  { theme: "dark\r\nSet-Cookie: evil=1" },
  { locale: "de" },
  { locale: "__proto__" },
  { shortcuts: "maybe" },
  { theme: "dark", shortcuts: "on", locale: "../../en" },
];

for (const form of WRONG) {
  test(`${JSON.stringify(form)} is a 400 that names the field and sets nothing`, async ({
    app,
    request,
  }) => {
    const reply = await send(request, { form, headers: { origin: app.url } });
    expect(reply.status()).toBe(400);
    const wrong = Object.keys(form).at(-1) ?? "";
    const problem = await reply.json();
    expect(problem).toMatchObject({ code: "invalid_parameter", parameter: wrong });
    expect(problem.detail).toContain(wrong);
    expect(reply.headers()["set-cookie"]).toBeUndefined();
  });
}

/** Where a browser on our page would end up by an answer's Location. */
function destination(location: string | undefined, base: string) {
  return new URL(location ?? "", new URL(api.preferences, base)).origin;
}

for (const path of [
  "//evil.example",
  "///evil.example/x",
  "/\\evil.example",
  "/\\/evil.example",
  "\\\\evil.example",
  "/./\\evil.example",
  "/.//evil.example",
  "/x/..//evil.example",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "/\t/evil.example",
  "/?next=//evil.example",
  "/#//evil.example",
  "@evil.example/",
  ":@evil.example/",
  ".evil.example/",
  "/@evil.example",
  "/https://evil.example",
]) {
  test(`a Referer that ends in ${JSON.stringify(path)} leads back to this site`, async ({
    app,
    request,
  }) => {
    const headers = { origin: app.url, referer: app.url + path };
    const reply = await send(request, { headers });
    expect(reply.status()).toBe(303);
    expect(destination(reply.headers()["location"], app.url)).toBe(app.url);
  });
}

for (const referer of [
  "http://evil.example/page",
  "//evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "nonsense",
  "",
]) {
  test(`a Referer that is ${JSON.stringify(referer)} leads home`, async ({ app, request }) => {
    const reply = await send(request, { headers: { origin: app.url, referer } });
    expect(reply.status()).toBe(303);
    expect(reply.headers()["location"]).toBe("/");
  });
}

test("a Referer of a made-up scheme leads back to this site too", async ({ app, request }) => {
  const { host } = new URL(app.url);
  const referer = `foo://${host}/\\evil.example`;
  const reply = await send(request, { headers: { origin: app.url, referer } });
  expect(destination(reply.headers()["location"], app.url)).toBe(app.url);
});

test("an address given as a field or in the query leads nowhere", async ({ app, request }) => {
  const form = { theme: "dark", returnTo: "//evil.example", next: "http://evil.example" };
  const reply = await request.post(`${api.preferences}?returnTo=//evil.example`, {
    form,
    headers: { origin: app.url, "x-forwarded-host": "evil.example" },
    maxRedirects: 0,
  });
  expect(destination(reply.headers()["location"], app.url)).toBe(app.url);
});

test("looking at the route chooses nothing and breaks nothing", async ({ app, page, request }) => {
  for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH"]) {
    const reply = await request.fetch(`${api.preferences}?theme=dark`, {
      method,
      headers: { origin: app.url },
    });
    expect(reply.status(), method).toBe(405);
    expect(reply.headers()["set-cookie"]).toBeUndefined();
  }
  await page.goto(LIST);
  await expect(page.locator("html")).toHaveAttribute("data-theme", "system");
});
