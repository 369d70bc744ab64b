import { freePort, startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { startIdentityProvider } from "@/e2e/identity-provider";
import { api, pages } from "@/lib/vpn/hrefs";

// The pages of the provider ask for fonts from elsewhere.
test.use({ allowFailedReplies: true });

test("single sign-on leads to the link that was opened, and out again at the provider too", async ({
  page,
  simulator,
}) => {
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider(appUrl);
  const app = await startApp(simulator, { ...provider.settings, PORT: String(port) });
  const link = pages.vpnConnections(REGION, { pageSize: 20 });
  await page.goto(appUrl + link);
  await page.getByRole("link", { name: "Continue with single sign-on" }).click();
  await page.getByPlaceholder("Enter any login").fill("rita");
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(appUrl + link);
  const { regions } = await (await page.request.get(appUrl + api.regions)).json();
  expect(regions).toHaveLength(1);
  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Yes, sign me out" }).click();
  await expect(page).toHaveURL(`${appUrl}${pages.signIn()}`);
  await app.close();
  await provider.close();
});
