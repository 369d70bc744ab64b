import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { DISPLAYS, type Display } from "@/lib/vpn/display";
import { type Given, trimmed } from "@/lib/vpn/search-params";

const loadDisplay = createLoader({ display: parseAsStringLiteral(DISPLAYS) });

/** Of the overview's address: nonsense is the page that it is without. */
export function readDisplay(searchParams: Given): Display | null {
  return loadDisplay(trimmed(searchParams)).display;
}
