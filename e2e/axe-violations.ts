import type { AxeBuilder } from "@axe-core/playwright";

/** What axe finds, each rule with the first element that breaks it. */
export async function violationsOf(axe: AxeBuilder): Promise<string[]> {
  // Without frames of other sites, axe needs no page of its own to put its findings together.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
