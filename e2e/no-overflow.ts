import type { Page } from "playwright/test";
import { expect } from "@/e2e/fixtures";

/** Nothing is wider than the window, no cell than its column; nothing is pushed out of sight. */
export async function expectAllInSight(page: Page, where: string) {
  await expect(page.getByRole("heading", { level: 1 }), where).toBeVisible();
  const { width } = page.viewportSize() ?? { width: 0 };
  const found = await page.evaluate((limit) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    /** For screen readers only, or within what is. */
    const isClipped = (one: Element | null): boolean =>
      one !== null && (getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement));
    const elements = [...document.querySelectorAll("body *")].filter(
      (one) => one.checkVisibility() && !isClipped(one),
    );
    return {
      page: scrollWidth - clientWidth,
      outside: elements
        .filter((one) => {
          const { left, right, width: own } = one.getBoundingClientRect();
          return own > 1 && (right > limit + 1 || left < -1);
        })
        .map((one) => one.outerHTML.slice(0, 200)),
      scrollers: elements
        .filter(
          (one) =>
            /auto|scroll/.test(getComputedStyle(one).overflowX) &&
            one.scrollWidth > one.clientWidth + 1 &&
            !one.matches("pre, code"),
        )
        .map((one) => one.outerHTML.slice(0, 200)),
    };
  }, width);
  expect(found, where).toEqual({ page: 0, outside: [], scrollers: [] });
  const cut = await page
    .getByRole("cell")
    .or(page.getByRole("rowheader"))
    .or(page.getByRole("figure").locator("div, p, li"))
    .evaluateAll((cells) =>
      cells
        // What ends in "…" is cut on purpose, and a row's note stands across its neighbours.
        .filter(
          (cell) =>
            getComputedStyle(cell).textOverflow !== "ellipsis" &&
            cell.querySelector(".list-note") === null,
        )
        .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 1)
        .map((cell) => cell.textContent),
    );
  expect(cut, where).toEqual([]);
}
