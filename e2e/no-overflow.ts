import type { Page } from "playwright/test";
import { expect } from "@/e2e/fixtures";

/** Nothing is wider than the window, no cell than its column; nothing is pushed out of sight. */
export async function expectAllInSight(page: Page, where: string) {
  await expect(page.getByRole("heading", { level: 1 }), where).toBeVisible();
  const { width } = page.viewportSize() ?? { width: 0 };
  const found = await page.evaluate((limit) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const clipped = new Map<Element | null, boolean>([[null, false]]);
    /** For screen readers only, or within what is; found out once for each element. */
    const isClipped = (one: Element | null): boolean => {
      const known = clipped.get(one);
      if (known !== undefined || one === null) return known ?? false;
      const is = getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement);
      clipped.set(one, is);
      return is;
    };
    const elements = [...document.querySelectorAll("body *")].filter(
      (one) => one.checkVisibility() && !isClipped(one),
    );
    /** Within what ends in "…", or in a table of more columns than a page has room for, which scrolls by itself. */
    const isHeld = ({ parentElement: parent }: Element): boolean =>
      parent !== null &&
      (parent.matches(".list-scroll") ||
        getComputedStyle(parent).textOverflow === "ellipsis" ||
        isHeld(parent));
    return {
      page: scrollWidth - clientWidth,
      outside: elements
        .filter((one) => {
          const { left, right, width: own } = one.getBoundingClientRect();
          return own > 1 && (right > limit + 1 || left < -1) && !isHeld(one);
        })
        .map((one) => one.outerHTML.slice(0, 200)),
      scrollers: elements
        .filter(
          (one) =>
            /auto|scroll/.test(getComputedStyle(one).overflowX) &&
            one.scrollWidth > one.clientWidth + 1 &&
            !one.matches("pre, code, .list-scroll"),
        )
        .map((one) => one.outerHTML.slice(0, 200)),
      // What ends in "…" is cut on purpose, and a row's note stands across its neighbours.
      cut: elements
        .filter(
          (one) =>
            one.matches("td, th[scope=row], figure :is(div, p, li)") &&
            getComputedStyle(one).textOverflow !== "ellipsis" &&
            one.querySelector(".list-note") === null &&
            one.scrollWidth > one.clientWidth + 1 &&
            one.clientWidth > 1,
        )
        .map((one) => one.textContent),
    };
  }, width);
  expect(found, where).toEqual({ page: 0, outside: [], scrollers: [], cut: [] });
}
