import { join } from "node:path";
import { defineConfig } from "playwright/test";
import { UNCOMPRESSED } from "./e2e/uncompressed";

/** Absolute, since another configuration is made of this one (e2e/screenshots). */
const E2E = join(import.meta.dirname, "e2e");

/** Against the production build; each worker has its own simulator and its own server. */
export default defineConfig({
  testDir: E2E,
  // Where `server-only` is its empty half, as the server sees it: tests start a PostgreSQL with a helper of ours.
  tsconfig: join(E2E, "tsconfig.json"),
  testMatch: "*.spec.ts",
  ...(process.env.E2E_POSTGRES === "1" && { globalSetup: join(E2E, "start-postgres.ts") }),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Tests mostly wait: two at a time leave two processors half idle, and four keep them busy all the time.
  workers: 3,
  // A second try keeps a busy machine from failing a whole run; the report calls such a test flaky,
  // and that is a defect to look into.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "Asia/Shanghai",
    // Each context loads the scripts anew; to compress them took the server a third of its time for a page.
    extraHTTPHeaders: UNCOMPRESSED,
    // Recording every test made those in a browser take half as long again.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.BROWSER_PATH,
      // Chromium's sandbox refuses to run as root, as CI does.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
