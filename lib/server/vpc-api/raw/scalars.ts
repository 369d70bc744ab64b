import "server-only";
import { z } from "zod";
import { keyPresenceOf } from "@/lib/server/vpc-api/key-facts";
import { presenceOf } from "@/lib/server/vpc-api/secret-fingerprints";

/**
 * The wire spells one value in several ways: `86400` or `"86400"`, `true`, `"true"` or `"enable"`, absent,
 * null or `""`. These read all of them as one. None of them fails: a value that makes no sense costs its
 * field, not the whole thing.
 */
const nothing = (value: unknown) => value === undefined || value === null || value === "";

/** What a value means; and as it was sent where it means nothing and can be shown. */
export type Reading<Value> = { value: Value | null; odd: string | null };

export const text = z.unknown().optional().transform(textOf);

function textOf(value: unknown): string | null {
  if (nothing(value)) return null;
  // Half a surrogate pair would be another character in the browser than on the server.
  if (typeof value === "string") return value.toWellFormed();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

/** Without it there is no thing: the only value that fails. */
export const id = text.pipe(z.string());

export const number = readingOf(numberOf);

function numberOf(value: unknown): number | null {
  const read = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : null;
}

const WORDS = new Map<unknown, boolean>([
  [1, true],
  [0, false],
  ["1", true],
  ["0", false],
  ["true", true],
  ["false", false],
  ["enable", true],
  ["disable", false],
  ["enabled", true],
  ["disabled", false],
]);

export const flag = readingOf((value): boolean | null => {
  if (typeof value === "boolean") return value;
  const word = typeof value === "string" ? value.trim().toLowerCase() : value;
  return WORDS.get(word) ?? null;
});

/** As seconds this is the year 5138, as milliseconds 1973: no gateway is as old as that. */
const FIRST_MILLISECONDS = 1e11;
const ISO_8601 = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** Epoch milliseconds, from milliseconds, seconds or ISO 8601, which is UTC where it names no zone. */
export const time = readingOf((value): number | null => {
  if (typeof value === "string" && ISO_8601.test(value.trim())) return isoTimeOf(value.trim());
  const read = numberOf(value);
  if (read === null || read < 0) return null;
  return read < FIRST_MILLISECONDS ? read * 1000 : read;
});

function isoTimeOf(text: string): number | null {
  const hasZone = !text.includes("T") || /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const read = Date.parse(hasZone ? text : `${text}Z`);
  return Number.isNaN(read) ? null : read;
}

/** Short words and numbers; anything longer could be something that is not to be shown. */
const SHOWN = /^[\w.:+\- ]{1,32}$/;

function readingOf<Value>(read: (value: unknown) => Value | null) {
  return z
    .unknown()
    .optional()
    .transform((value): Reading<Value> => {
      if (nothing(value)) return { value: null, odd: null };
      const known = read(value);
      const sent = known === null ? textOf(value)?.trim() : undefined;
      return { value: known, odd: sent !== undefined && SHOWN.test(sent) ? sent : null };
    });
}

/** A secret is read as its presence, so that no later step can hold it. */
export const secret = z.unknown().optional().transform(presenceOf);

/** A pre-shared key: read as its presence too, after what is weak about it has been told. */
export const preSharedKey = z.unknown().optional().transform(keyPresenceOf);

/** An object that may be absent, `""`, or, in bodies of 2018, JSON inside a string. */
export function objectOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .preprocess((value) => {
      const given = typeof value === "string" ? parseOrKeep(value) : value;
      return isRecord(given) ? given : undefined;
    }, z.object(shape).optional())
    .catch(undefined);
}

/** JSON inside a string as what it holds; anything else as it is. */
export function parseOrKeep(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/**
 * `{ Name: [...] }`, the array alone, one item instead of an array, `{}`, `""` or nothing. Items that are
 * none are left out.
 */
export function listOf<Item extends z.ZodType>(name: string, item: Item) {
  return z
    .preprocess((value) => itemsOf(name, value), z.array(item.nullable().catch(null)))
    .transform((items) => items.filter((one) => one !== null))
    .catch([]);
}

export function itemsOf(name: string, value: unknown): unknown[] {
  const inner = isRecord(value) ? value[name] : value;
  if (nothing(inner)) return [];
  return Array.isArray(inner) ? inner : [inner];
}

export const textList = (name: string) => listOf(name, id);

/** CIDRs joined by commas, or a list of them. */
export const joinedTexts = z
  .unknown()
  .optional()
  .transform((value) =>
    Array.isArray(value)
      ? value
          .map(textOf)
          .filter((one) => one !== null)
          .join(",")
      : textOf(value),
  );

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
