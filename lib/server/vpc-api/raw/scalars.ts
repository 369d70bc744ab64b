import "server-only";
import { z } from "zod";

/**
 * The wire spells one value in several ways: `86400` or `"86400"`, `true` or `"true"`, absent, null
 * or `""`. These read all of them as one; what is none of them fails at its path.
 */
const nothing = (value: unknown) => value === undefined || value === null || value === "";

export const text = z
  .unknown()
  .optional()
  .transform((value, context): string | null => {
    if (nothing(value)) return null;
    // Half a surrogate pair would be another character in the browser than on the server.
    if (typeof value === "string") return value.toWellFormed();
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    context.addIssue("not text");
    return null;
  });

export const number = z
  .unknown()
  .optional()
  .transform((value, context): number | null => {
    if (nothing(value)) return null;
    const read = typeof value === "string" ? Number(value.trim() || Number.NaN) : value;
    if (typeof read === "number" && Number.isFinite(read)) return read;
    context.addIssue("not a number");
    return null;
  });

export const flag = z
  .unknown()
  .optional()
  .transform((value, context): boolean | null => {
    if (nothing(value)) return null;
    const word = typeof value === "string" ? value.toLowerCase() : value;
    if (word === true || word === "true" || word === 1 || word === "1") return true;
    if (word === false || word === "false" || word === 0 || word === "0") return false;
    context.addIssue("not true or false");
    return null;
  });

/** A secret is read as its presence, so that no later step can hold it. */
export const secret = z
  .unknown()
  .optional()
  .transform((value) => ({ configured: !nothing(value) }));

/** An object that may be absent, `""`, or, in bodies of 2018, JSON inside a string. */
export function objectOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess((value) => {
    if (nothing(value)) return undefined;
    return typeof value === "string" ? parseOrKeep(value) : value;
  }, z.object(shape).optional());
}

/** JSON inside a string as what it holds; anything else as it is. */
export function parseOrKeep(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** `{ Name: [...] }`, the array alone, one object instead of an array, `{}`, `""` or nothing. */
export function listOf<Item extends z.ZodType>(name: string, item: Item) {
  return z.preprocess((value) => {
    const inner = isRecord(value) ? value[name] : value;
    if (nothing(inner)) return [];
    return Array.isArray(inner) ? inner : [inner];
  }, z.array(item));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
