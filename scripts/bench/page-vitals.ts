import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright";

/** One load of a page. Bytes; times in ms from the start of the navigation. */
export type Visit = {
  scripts: number;
  html: number;
  htmlGzip: number;
  lcp: number;
  cls: number;
  /** From the click to the frame that shows the panel; null where the page has no rows. */
  open: number | null;
};

const SLOWDOWN = 4;

declare global {
  interface Window {
    benchVitals: { lcp: number; cls: number };
  }
  interface LayoutShift extends PerformanceEntry {
    value: number;
    hadRecentInput: boolean;
  }
}

/** Opens the address with an empty cache. `slow` makes the browser's processor four times slower. */
export async function visit(browser: Browser, address: string, slow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  try {
    const page = await context.newPage();
    if (slow) {
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    }
    await page.addInitScript(watchVitals);
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    const reply = await page.goto(address, { waitUntil: "networkidle" });
    const html = (await reply?.body()) ?? Buffer.of();
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    const { lcp, cls } = await page.evaluate(() => window.benchVitals);
    return {
      scripts: sizes.reduce((sum, size) => sum + size, 0),
      html: html.length,
      htmlGzip: gzipSync(html).length,
      lcp,
      cls,
      open: await openPanel(page),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts. Layout shifts are added up: a bound of the official figure. */
function watchVitals(): void {
  const vitals = { lcp: 0, cls: 0 };
  window.benchVitals = vitals;
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) vitals.lcp = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ("value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput) {
        vitals.cls += Number(entry.value);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** Clicks the first row's toggle as a mouse does. */
async function openPanel(page: Page): Promise<number | null> {
  const toggle = page.locator("a[aria-expanded][data-shortcut]").first();
  if ((await toggle.count()) === 0) return null;
  const opened = page.evaluate(untilShown);
  await toggle.click();
  return opened;
}

/**
 * Runs in the page: waits for the click, then for the panel, then for the frame it is painted in. No
 * function in here may have a name: tsx would wrap it in a helper that the page does not have.
 */
function untilShown(): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The panel did not open.")), 20_000);
    window.addEventListener(
      "click",
      ({ timeStamp }) => {
        new MutationObserver((_changes, observer) => {
          if (document.querySelector("[id^=panel-] table") === null) return;
          observer.disconnect();
          // A task queued in a frame runs after that frame has been painted.
          requestAnimationFrame(() => {
            setTimeout(() => resolve(performance.now() - timeStamp), 0);
          });
        }).observe(document.body, { childList: true, subtree: true });
      },
      { capture: true, once: true },
    );
  });
}
