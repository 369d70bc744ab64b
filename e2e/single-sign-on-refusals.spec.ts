import type { APIRequestContext, APIResponse } from "playwright/test";
import { freePort, startApp } from "@/e2e/app-server";
import { linesOf } from "@/e2e/provider-form";
import { expect, REGION, test } from "@/e2e/fixtures";
import { startIdentityProvider } from "@/e2e/identity-provider";
import { api, pages } from "@/lib/vpn/hrefs";

/** The pages of the provider are forms, which are sent as a browser would. */
async function signOn(request: APIRequestContext, url: string, login: string, returnTo: string) {
  const asked = await request.get(url + api.signIn(returnTo));
  const consent = await sendForm(request, asked, { prompt: "login", login, password: "any" });
  return sendForm(request, consent, { prompt: "consent" });
}

async function sendForm(request: APIRequestContext, page: APIResponse, form: object) {
  const [, action = ""] = /<form[^>]* action="([^"]+)"/.exec(await page.text()) ?? [];
  expect(action, `a form at ${page.url()}`).not.toBe("");
  return request.post(new URL(action, page.url()).href, { form: { ...form } });
}

test("who is refused is told why, and who leaves is gone", async ({ playwright, simulator }) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider(url);
  const app = await startApp(simulator, { ...provider.settings, PORT: String(port) });
  const link = pages.vpnConnections(REGION, { pageSize: 20, q: "a b" });
  const browser = () => playwright.request.newContext({ extraHTTPHeaders: { origin: url } });

  await test.step("without a role", async () => {
    const nora = await browser();
    const answer = await signOn(nora, url, "nora", link);
    expect(answer.url()).toBe(url + pages.signIn(link, "noRole"));
    expect(await answer.text()).toContain("but have no role in Tunnelboard");
    expect((await nora.get(url + api.regions)).status()).toBe(401);
    const cookies = (await nora.storageState()).cookies.map(({ name }) => name);
    expect(cookies).not.toContain("tunnelboard-session");
    await expect
      .poll(() => linesOf(app.output(), "sign-in-failed"))
      .toContainEqual(expect.objectContaining({ user: "nora", result: "noRole" }));
  });

  await test.step("with a role, and out again", async () => {
    const vera = await browser();
    const answer = await signOn(vera, url, "vera", link);
    expect(answer.url()).toBe(url + link);
    const copy = await playwright.request.newContext({ storageState: await vera.storageState() });
    expect((await copy.get(url + api.regions)).status()).toBe(200);
    const out = await vera.post(url + api.signOut, { form: {} });
    expect(out.url()).toBe(url + pages.signIn("/", "leaving"));
    expect((await vera.get(url + api.regions)).status()).toBe(401);
    expect((await copy.get(url + api.regions)).status(), "a copy of the cookie").toBe(401);
    await expect
      .poll(() => linesOf(app.output(), "sign-out"))
      .toContainEqual(expect.objectContaining({ user: "vera" }));
  });

  await test.step("by a user who says no at the provider", async () => {
    const olga = await browser();
    const page = await olga.get(url + api.signIn(link));
    const [, abort = ""] = /href="([^"]*\/abort)"/.exec(await page.text()) ?? [];
    const answer = await olga.get(new URL(abort, page.url()).href);
    expect(answer.url()).toBe(url + pages.signIn(link, "denied"));
    expect(await answer.text()).toContain("denied the sign-in");
  });
  await Promise.all([app.close(), provider.close()]);
});

test("an app whose provider is down starts, says so at sign-in, and goes on", async ({
  page,
  simulator,
}) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider(url);
  await provider.close();
  const app = await startApp(simulator, { ...provider.settings, PORT: String(port) });
  await page.goto(url + pages.vpnConnections(REGION));
  await page.getByRole("link", { name: "Continue with single sign-on" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  await expect(page).toHaveURL(url + pages.signIn(pages.vpnConnections(REGION), "provider"));
  await page.getByRole("link", { name: "Continue with single sign-on" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  expect(app.output()).toContain("the identity provider's answer cannot be used");
  await app.close();
});
