import "server-only";
import { readFileSync } from "node:fs";
import { type Document, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { RULE_IDS } from "@/lib/vpn/findings/finding";
import type { Waiver } from "@/lib/vpn/findings/waiver";
import { isRegionId } from "@/lib/vpn/region-id";

/** The file cannot be used; says in which line and why. */
export class WaiversFileError extends Error {
  override name = "WaiversFileError" as const;
}

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;

const rule = z.enum(RULE_IDS, { error: "must be the id of a rule, such as ike-version-1" });

const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[\\w-]{1,100}$`), `must be an id that begins with ${prefix}-`);

const tag = z
  .string("must be a tag as key:value")
  .regex(/^[^:]+:/, "must be a tag as key:value")
  .transform((text) => {
    const at = text.indexOf(":");
    return { key: text.slice(0, at), value: text.slice(at + 1) };
  });

const WHEN =
  "must be a day such as 2027-03-31, the last on which it holds, or a time with its zone";

const until = z
  .string(WHEN)
  .transform((text) => ({ until: endOf(text), lastDay: WHOLE_DAY.test(text) ? text : null }))
  .refine((end) => !Number.isNaN(end.until), WHEN);

const CONDITIONS = [
  "regionId",
  "vpnGatewayId",
  "customerGatewayId",
  "vpnConnectionId",
  "tag",
] as const;

const waiver = z
  .strictObject(
    {
      rule: z.union([rule, z.array(rule).min(1)]),
      regionId: z.string().refine(isRegionId, "must be the id of a region").nullish(),
      vpnGatewayId: id("vpn").nullish(),
      customerGatewayId: id("cgw").nullish(),
      vpnConnectionId: id("vco").nullish(),
      tag: tag.nullish(),
      reason: z.string("must say why").trim().min(1, "must say why").max(500),
      until,
    },
    "must be a waiver: rule, where it holds, reason and until",
  )
  .refine((given) => CONDITIONS.some((name) => (given[name] ?? null) !== null), {
    error: `must say where it holds: ${CONDITIONS.slice(0, -1).join(", ")} or tag`,
    // Said beside what is wrong with the fields, too.
    when: ({ value }) => typeof value === "object" && value !== null,
  })
  .transform((given): Waiver => ({
    rules: [given.rule].flat(),
    regionId: given.regionId ?? null,
    vpnGatewayId: given.vpnGatewayId ?? null,
    customerGatewayId: given.customerGatewayId ?? null,
    vpnConnectionId: given.vpnConnectionId ?? null,
    tag: given.tag ?? null,
    reason: given.reason,
    ...given.until,
  }));

const LIST = "must hold a list of waivers under the name waivers";
const file = z.strictObject({ waivers: z.array(waiver, LIST).nullable() }, LIST);

/** Throws WaiversFileError, also where it cannot be read. */
export function readWaivers(path: string): Waiver[] {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new WaiversFileError(`cannot be read (${code})`);
  }
  return parseWaivers(text);
}

/** YAML: a list under `waivers`. An empty file has none. Throws WaiversFileError. */
export function parseWaivers(text: string): Waiver[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  throwIfAny(
    document.errors.map(({ linePos, code }): Fault => [
      linePos?.[0].line ?? 1,
      `is not YAML (${code})`,
    ]),
  );
  const content: unknown = document.toJS();
  if (content === null) return [];
  const result = file.safeParse(content);
  if (result.success) return result.data.waivers ?? [];
  const faults = result.error.issues.flatMap(faultsOf).map(({ path, message }): Fault => {
    const name = path.filter((part) => typeof part === "string" && part !== "waivers").join(".");
    const what = [name, message].filter((part) => part !== "").join(" ");
    return [lineOf(path, document, lines), what];
  });
  throwIfAny(faults);
  return [];
}

/** What is wrong, and in which line. */
type Fault = [line: number, what: string];

/** As many are told: the rest shows once these are mended. */
const MOST_TOLD = 20;

function throwIfAny(faults: Fault[]): void {
  if (faults.length === 0) return;
  const told = faults
    .toSorted(([one], [other]) => one - other)
    .slice(0, MOST_TOLD)
    .map(([line, what]) => `line ${line}: ${what}`);
  const left = faults.length - told.length;
  throw new WaiversFileError([...told, ...(left > 0 ? [`and ${left} more`] : [])].join("; "));
}

/** A whole day is over when the next one begins in UTC. NaN for what is neither. */
function endOf(text: string): number {
  if (WHOLE_DAY.test(text)) return isRealDay(text) ? Date.parse(text) + DAY_MS : Number.NaN;
  return /^\d{4}-.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
}

/** JavaScript takes the 31st of February for a day in March. */
function isRealDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

type PlacedMessage = { path: PropertyKey[]; message: string };

/** Of alternatives the one that says most: what is wrong with an item of a list, not with the list. */
function faultsOf({ path, message, ...issue }: z.core.$ZodIssue): PlacedMessage[] {
  if (issue.code === "unrecognized_keys") {
    const unknown = "is not a name that is known here";
    return issue.keys.map((key) => ({ path: [...path, key], message: unknown }));
  }
  if (issue.code !== "invalid_union") return [{ path, message }];
  const ofAlternatives = issue.errors.map((issues) => issues.flatMap(faultsOf));
  const depthOf = (faults: PlacedMessage[]) => faults[0]?.path.length ?? 0;
  const [best = []] = ofAlternatives.toSorted((one, other) => depthOf(other) - depthOf(one));
  return best.map((fault) => ({ path: [...path, ...fault.path], message: fault.message }));
}

/** Where the value stands, or what should hold it. */
function lineOf(path: PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = rangeOf(node);
    if (range !== null) return lines.linePos(range).line;
  }
  return 1;
}

function rangeOf(node: unknown): number | null {
  const isNode = typeof node === "object" && node !== null && "range" in node;
  return isNode && Array.isArray(node.range) ? Number(node.range[0]) : null;
}
