import type { Addresses } from "./addresses";
import type { Names } from "./names";
import type { Random } from "./random";
import type { Region } from "./regions";

/** What everything in one region is made with. */
export type Site = {
  region: Region;
  random: Random;
  names: Names;
  addresses: Addresses;
  resourceGroupIds: readonly string[];
  /** What subscriptions end relative to. */
  now: number;
  id(prefix: string): string;
  psk(): string;
  authKey(): string;
};

const secretAlphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

export function createSite(
  parts: Pick<Site, "region" | "random" | "names" | "addresses" | "resourceGroupIds" | "now">,
  secrets: { psk?: string; authKey?: string },
): Site {
  const { random, region } = parts;
  // Drawn even when fixed, so that fixing the secrets changes nothing else.
  const drawn = () => random.text(16, secretAlphabet);
  return {
    ...parts,
    id: (prefix) => `${prefix}-${region.infix}${random.text(17)}`,
    psk() {
      const generated = drawn();
      return secrets.psk ?? generated;
    },
    authKey() {
      const generated = drawn();
      return secrets.authKey ?? generated;
    },
  };
}
