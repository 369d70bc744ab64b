import { setTimeout as sleep } from "node:timers/promises";
import { COMPLAINTS } from "@/e2e/engines/complaints";
import type { Driver } from "@/e2e/engines/driver";
import type { Ids } from "@/e2e/routes";
import { PASSWORD } from "@/e2e/users-file";
import { pages } from "@/lib/vpn/hrefs";

const WIDTHS = [1440, 390];

/**
 * React marks an element once it takes it over from the HTML, part of the page by part; a heading is on every page.
 * What it does then, effects among it, it does in the next turns.
 */
export const HYDRATED = `document.readyState === "complete" && document.querySelector("h1") !== null &&
  [...document.querySelectorAll("h1, a, button, input, summary")].every((one) =>
    Object.keys(one).some((key) => key.startsWith("__reactFiber$")))
  && (window.turns ??= (() => {
    const turns = { taken: 0 };
    const take = () => requestAnimationFrame(() => setTimeout(() => {
      turns.taken += 1;
      if (turns.taken < 10) take();
    }));
    take();
    return turns;
  })()).taken === 10`;

/** Not of innerWidth: a scrollbar beside the page is part of that, in Firefox without a screen too. */
const TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** Waits until an expression is true in the page; the time is for a busy machine. */
export async function until(driver: Driver, expression: string) {
  if (await isSoon(driver, expression)) return;
  const at = await driver.textOf("location.href + ' ' + document.title");
  throw new Error(`Never true at ${at}: ${expression}`);
}

async function isSoon(driver: Driver, expression: string) {
  const giveUpAt = Date.now() + 60_000;
  // A page that gives way to another cannot say.
  while ((await driver.textOf(expression).catch(String)) !== "true") {
    if (Date.now() > giveUpAt) return false;
    await sleep(50);
  }
  return true;
}

/** A window may take its new width some time after it was told to: a click meanwhile would miss. */
export async function setWidth(driver: Driver, width: number) {
  await driver.resize(width);
  await until(driver, `innerWidth === ${width}`);
}

/** What is wrong with the page that is open: no hydration, errors, and what is wider than its window. */
export async function faultsOf(driver: Driver, address: string): Promise<string[]> {
  const faults = (await isSoon(driver, HYDRATED)) ? [] : ["is not hydrated"];
  for (const width of WIDTHS) {
    await setWidth(driver, width);
    const more = await driver.textOf(TOO_WIDE);
    if (more !== "0") faults.push(`scrolls ${more} px sideways at ${width} px`);
  }
  const collected: string[] = JSON.parse(await driver.textOf(COMPLAINTS));
  return [...faults, ...collected, ...driver.consoleErrors()].map((one) => `${address}: ${one}`);
}

/** By the form, to which a stranger is sent. Returns what is wrong with its page. */
export async function signIn(driver: Driver, user: string) {
  await setWidth(driver, 1440);
  await driver.open(pages.home);
  await until(driver, `location.pathname === "${pages.signIn()}"`);
  const faults = await faultsOf(driver, pages.signIn());
  await driver.type('input[name="user"]', user);
  await driver.type('input[name="password"]', PASSWORD);
  await driver.click('form:has(input[name="password"]) button[type="submit"]');
  await until(driver, `location.pathname === "${pages.home}"`);
  return faults;
}

/** Ids of the first things that a list shows. */
export async function idsIn(driver: Driver, list: string): Promise<Ids> {
  await driver.open(list);
  const links = await driver.textOf(
    '[...document.querySelectorAll("main a")].map((one) => one.href).join(" ")',
  );
  const first = (prefix: string) => {
    // With a digit, as no part of an address has.
    const ids = [
      ...new Set(links.match(new RegExp(`\\b${prefix}-(?=[a-z]*[0-9])[0-9a-z]{8,}`, "g"))),
    ];
    const [id] = ids;
    if (id === undefined) throw new Error(`No ${prefix}- is in ${list}.`);
    return { id, ids: ids.slice(0, 2) };
  };
  const { ids: open } = first("vco");
  return { rows: 10, open, vpnGatewayId: first("vpn").id, customerGatewayId: first("cgw").id };
}
