import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright/test";

/** Of axe's rules these alone look at colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What axe finds, each rule with the first element that breaks it. */
export async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  // Without frames of other sites, axe needs no page of its own to put its findings together.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** The same, light and dark: of what is dark axe looks at the colours alone, since nothing else differs. */
export async function violationsInBoth(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  // Of 24 px, which axe asks for only where it is told to. It takes what an open popover covers to lie over it.
  const hasPopover = (await page.locator(":popover-open").count()) > 0;
  const rules = { "target-size": { enabled: !hasPopover } };
  const light = await violationsOf(new AxeBuilder({ page }).options({ rules }));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violationsOf(new AxeBuilder({ page }).withRules(COLOUR_RULES));
  return [...light.map((one) => `light: ${one}`), ...dark.map((one) => `dark: ${one}`)];
}
