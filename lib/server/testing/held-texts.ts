import "server-only";

/**
 * All texts that a value holds, however deep: in objects, maps, caches and buffers, and in what an answer
 * cache has kept under one of the keys.
 */
export function heldTexts(value: unknown, keys: string[] = [], seen = new Set<unknown>()): string {
  // Of a function the source would be seen, not what it holds.
  if (typeof value === "function") return "";
  if (typeof value !== "object" || value === null) return String(value);
  if (seen.has(value)) return "";
  seen.add(value);
  if (Buffer.isBuffer(value)) return value.toString("latin1");
  return partsOf(value, keys)
    .map((part) => heldTexts(part, keys, seen))
    .join("\n");
}

function partsOf(value: object, keys: string[]): unknown[] {
  const parts: unknown[] = Object.entries(value).flat();
  if (isIterable(value)) parts.push(...value);
  if ("kept" in value && typeof value.kept === "function") {
    const { kept } = value;
    parts.push(...keys.map((key): unknown => kept(key)));
  }
  return parts;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
