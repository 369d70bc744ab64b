import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright/test";
import { violationsOf } from "@/e2e/axe-violations";
import { startApp } from "@/e2e/app-server";
import { expect, REGION } from "@/e2e/fixtures";
import { test } from "@/e2e/local-accounts";
import { PASSWORD } from "@/e2e/users-file";
import { pages } from "@/lib/vpn/hrefs";

const LINK = pages.vpnConnections(REGION, { pageSize: 20 });

/** What axe has to say of the page at both widths. */
async function complaintsOf(page: Page) {
  const ids: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const violations = await violationsOf(new AxeBuilder({ page }));
    ids.push(...violations.map((one) => `${one} at ${width}`));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `sideways at ${width}`).toBe(0);
  }
  return ids;
}

for (const [locale, colorScheme, user, password, submit, wrong, wait] of [
  [
    "en-US",
    "light",
    "User name",
    "Password",
    "Sign in",
    "The user name or the password is wrong.",
    "Wait 7 seconds",
  ],
  ["zh-CN", "dark", "用户名", "密码", "登录", "用户名或密码", "7"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale, colorScheme });

    test("the sign-in page can be read and used by everybody", async ({ page }) => {
      await page.goto(pages.signIn(LINK, "wait", 7));
      await expect(page.locator("html")).toHaveAttribute("lang", locale.replace("-US", ""));
      await expect(page.getByRole("alert").filter({ hasText: wait })).toBeVisible();
      expect(await complaintsOf(page)).toEqual([]);
      await page.goto(pages.signIn(LINK, "password"));
      await expect(page.getByRole("alert").filter({ hasText: wrong })).toBeVisible();
      await page.getByLabel(user).fill("vera");
      await page.getByLabel(password, { exact: true }).fill(PASSWORD);
      await page.getByRole("button", { name: submit, exact: true }).click();
      await expect(page).toHaveURL(LINK);
    });
  });
}

test("beside a provider, the page offers both ways in", async ({ accounts, page, simulator }) => {
  const settings = {
    APP_URL: "http://localhost:1",
    OIDC_ISSUER: "http://127.0.0.1:1",
    OIDC_CLIENT_ID: "tunnelboard",
    OIDC_CLIENT_SECRET: "oidc-N3verSh0wMe",
  };
  const app = await startApp(simulator, { ...accounts.settings, ...settings });
  await page.goto(app.url + pages.signIn(LINK, "provider"));
  await expect(page.getByRole("link", { name: "Continue with single sign-on" })).toBeVisible();
  await expect(page.getByLabel("Password")).toBeVisible();
  expect(await complaintsOf(page)).toEqual([]);
  await app.close();
});

async function tabTo(page: Page, target: Locator) {
  const hasFocus = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 20 && !(await hasFocus()); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("by keyboard alone somebody gets in, and out again", async ({ page }) => {
  await page.goto(LINK);
  await expect(page).toHaveURL(pages.signIn(LINK));
  const user = page.getByLabel("User name");
  const password = page.getByLabel("Password");
  const until = (target: Locator) => tabTo(page, target);
  await until(user);
  await page.keyboard.type("kai");
  await until(password);
  await page.keyboard.type("wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The user name or the password is wrong.")).toBeVisible();
  // The name need not be typed again.
  await until(password);
  await page.keyboard.type(PASSWORD);
  await until(page.getByRole("button", { name: "Sign in" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(LINK);
  await until(page.getByRole("button", { name: "Your account" }));
  await page.keyboard.press("Enter");
  await until(page.getByRole("button", { name: "Sign out" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "You are signed out." })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(pages.signIn(LINK));
});

async function signInByForm(page: Page) {
  await page.goto(pages.signIn(LINK));
  await page.getByLabel("User name").fill("kai");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(LINK);
}

test.describe("when the session has ended", () => {
  test.use({ allowFailedReplies: true });

  test("a click after the session's end opens sign-in anew, without the frame of who was there", async ({
    page,
  }) => {
    await signInByForm(page);
    const home = page.getByRole("banner").getByRole("link").first();
    await page.context().clearCookies();
    await home.click();
    await expect(page).toHaveURL(pages.signIn());
    await expect(page.getByLabel("User name")).toBeVisible();
    await expect(page.getByRole("button", { name: "Your account" })).toHaveCount(0);
  });

  test("a choice of theme after the session's end leads to sign-in, and back to the page", async ({
    page,
  }) => {
    await signInByForm(page);
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Language and display" }).click();
    await page.getByRole("button", { name: "Dark" }).click();
    await expect(page).toHaveURL(pages.signIn(LINK));
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form signs in, says what is wrong, and how long to wait", async ({ page }) => {
    const send = async (user: string, password: string) => {
      await page.getByLabel("User name").fill(user);
      await page.getByLabel("Password").fill(password);
      const loaded = page.waitForEvent("load");
      await page.getByRole("button", { name: "Sign in" }).click();
      await loaded;
    };
    await page.goto(LINK);
    await send("nora", "wrong");
    await expect(page.getByRole("alert")).toHaveText("The user name or the password is wrong.");
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByLabel("User name")).toHaveValue("nora");
    const wait = page.getByRole("alert").filter({ hasText: /Wait \d+ seconds? before/ });
    // One at a time, so that this address has tries left.
    for (let tries = 0; tries < 10 && (await wait.count()) === 0; tries += 1) {
      await send("guest49", "wrong");
    }
    await expect(wait).toBeVisible();
    await send("nora", PASSWORD);
    await expect(page).toHaveURL(LINK);
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("status")).toHaveText("You are signed out.");
    await expect(page.getByLabel("User name")).toHaveValue("");
  });
});
