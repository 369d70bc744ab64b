import { LOCALES } from "@/lib/i18n/locales";
import { VENDORS } from "@/lib/vpn/peer-config/vendors";

/** What a user can choose for themselves, and its values; the first stands where none was chosen. */
export const PREFERENCES = {
  locale: ["auto", ...LOCALES],
  theme: ["system", "light", "dark"],
  shortcuts: ["on", "off"],
  /** Of the rows of lists. */
  density: ["compact", "comfortable"],
  /** Whose syntax the configuration of the other end is written in. */
  vendor: VENDORS,
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type Preference = keyof typeof PREFERENCES;

export type Preferences = { [Name in Preference]: (typeof PREFERENCES)[Name][number] };

/** Remembered in the browser and never in an address, so that a link is the same for everybody. */
export function preferenceCookie(name: Preference): string {
  return `tunnelboard-${name}`;
}

/** A value that is not one of them counts as not chosen. */
export function chosenOf<Value extends string>(
  values: readonly [Value, ...Value[]],
  chosen: string | undefined,
): Value {
  return values.find((value) => value === chosen) ?? values[0];
}
