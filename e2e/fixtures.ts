import { expect, type Page, test as base } from "playwright/test";
import { type AppServer, startApp } from "@/e2e/app-server";
import { type Simulator, startSimulator } from "@/lib/simulator/simulator";

/** Fed in through the simulator, and looked for in whatever comes out. */
export const SECRETS = { psk: "psk-N3verSh0wMe-7f2c", authKey: "bgp-N3verSh0wMe-91ab" };

type WorkerFixtures = {
  /** Of the server's environment, for the tests of a whole file. */
  settings: Record<string, string>;
  simulator: Simulator;
  app: AppServer;
};
type TestFixtures = {
  /** Leaves the simulator as it was, also after a test that failed. */
  resetSimulator: void;
  /** Set by tests in which the browser is meant to see failed replies. */
  allowFailedReplies: boolean;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  allowFailedReplies: [false, { option: true }],
  settings: [{}, { scope: "worker", option: true }],
  simulator: [
    async ({}, use) => {
      const simulator = await startSimulator({ secrets: SECRETS });
      await use(simulator);
      await simulator.close();
    },
    { scope: "worker" },
  ],
  app: [
    async ({ simulator, settings }, use) => {
      const app = await startApp(simulator, settings);
      await use(app);
      await app.close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ app }, use) => use(app.url),
  /** Fails a test whose page logged an error, broke the policy or said "undefined". */
  page: async ({ page, allowFailedReplies }, use) => {
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      const isReply = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !(isReply && allowFailedReplies)) {
        complaints.push(message.text());
      }
    });
    await use(page);
    expect(complaints).toEqual([]);
  },
  // Apart from the page: tests over HTTP alone start no browser.
  resetSimulator: [
    async ({ simulator }, use) => {
      await use();
      simulator.reset();
    },
    { auto: true },
  ],
});

export { expect };

export const REGION = "cn-hangzhou";

/** The row of a connection, by its name. */
export function rowOf(page: Page, name: string) {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: `Details of ${name}` }) });
}
