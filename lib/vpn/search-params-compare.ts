import { createLoader } from "nuqs/server";
import type { ComparedWith } from "@/lib/vpn/compared-with";
import { type Given, region, search, trimmed } from "@/lib/vpn/search-params";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";

const parameters = { with: search, withRegionId: region };
const load = createLoader(parameters);
const single = new Map<string, AnyParser>(Object.entries(parameters));
const RULES = new Map([["withRegionId", "regionId"]]);

/** The page of a comparison: nonsense in its URL falls back to the tunnels of the connection. */
export function readComparePage(searchParams: Given): ComparedWith {
  return load(trimmed(searchParams));
}

/** The API's comparison: nothing is guessed. */
export function readCompare(searchParams: URLSearchParams): StrictlyRead<ComparedWith> {
  const objection = firstObjection(searchParams, single, new Map(), RULES);
  return objection ?? { ok: true, parameters: load(searchParams) };
}
