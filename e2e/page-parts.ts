import type { Locator, Page } from "playwright/test";

/** What pages of gateways and connections are made of. */
export const drawingOf = (page: Page): Locator =>
  page.getByRole("figure", { name: "How it is connected" });

/** A connection's part of a drawing, by its name. */
export function laneOf(page: Page, name: string): Locator {
  return drawingOf(page)
    .getByRole("list", { name: "Connections and their tunnels" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** The value of a field, by the name of its table and its label. */
export function fieldOf(page: Page, table: string, label: string): Locator {
  return page
    .getByRole("table", { name: table, exact: true })
    .getByRole("row")
    .filter({ has: page.getByText(label, { exact: true }) })
    .getByRole("cell");
}

/** The names of the rows, top down; they open the panels. */
export const rowNames = (page: Page): Locator => page.getByRole("link", { name: /^Details of/ });

/** Long timers do not start: what changes on the page changes by hand, not by a poll. */
export async function stopPolls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = window.setTimeout.bind(window);
    Object.assign(window, {
      setInterval: () => 0,
      setTimeout: (run: () => void, ms = 0) => (ms < 10_000 ? start(run, ms) : 0),
    });
  });
}
