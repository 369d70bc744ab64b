import { type ConsoleMessage, launch, type Page, ProtocolError } from "puppeteer-core";
import { COLLECTOR } from "@/e2e/engines/complaints";
import { type Driver, HEIGHT } from "@/e2e/engines/driver";

/** Chromium over its own protocol, Firefox over WebDriver BiDi. */
export async function startPuppeteer(
  browser: "chrome" | "firefox",
  executablePath: string,
  url: string,
): Promise<Driver> {
  const isChrome = browser === "chrome";
  const launched = await launch({
    browser,
    executablePath,
    headless: isChrome ? "shell" : true,
    // Chromium's sandbox refuses to run as root.
    args: isChrome && process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const page = await launched.newPage();
  await page.evaluateOnNewDocument(COLLECTOR);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" && !isOfPageItself(message)) errors.push(message.text());
  });
  /** Chromium complains of a page that answers 404, as a page of something that is not there should. */
  const isOfPageItself = (message: ConsoleMessage) => message.location().url === page.url();
  return {
    async open(address) {
      await page.goto(url + address);
    },
    resize: (width) => resize(page, width),
    textOf: async (expression) => String(await page.evaluate(expression)),
    // A locator waits by scripts made from text, which a page's policy refuses in Firefox.
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    consoleErrors: () => errors.splice(0),
    close: () => launched.close(),
  };
}

/**
 * After the size, puppeteer also sets how the screen is turned, which Firefox before 144 does not know. The size
 * is set all the same; who waits for it sees that.
 */
async function resize(page: Page, width: number) {
  try {
    await page.setViewport({ width, height: HEIGHT });
  } catch (error) {
    const isOfScreen =
      error instanceof ProtocolError &&
      /unknown command emulation\.setScreenOrientationOverride/.test(error.message);
    if (!isOfScreen) throw error;
  }
}
