/** Something and nothing else than JSON can say. */
type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

type Packed = null | boolean | number | string | Packed[];

/** Stands first in a list, where an object has the place of its field names. */
const LIST = -1;

/**
 * JSON in which objects with the same fields name them once: a list of connections is half as long, and
 * takes a page less time to write, to send and to read than its objects one by one.
 */
export function packJson(value: unknown): string {
  const fieldNames: string[][] = [];
  const places = new Map<string, number>();
  const pack = (one: unknown): unknown => {
    if (Array.isArray(one)) return [LIST, ...one.map(pack)];
    if (typeof one !== "object" || one === null) return one;
    const fields = Object.entries(one).filter(([, content]) => content !== undefined);
    const names = fields.map(([name]) => name);
    const key = JSON.stringify(names);
    const place = places.get(key) ?? fieldNames.push(names) - 1;
    places.set(key, place);
    return [place, ...fields.map(([, content]) => pack(content))];
  };
  const packed = pack(value);
  return JSON.stringify([fieldNames, packed]);
}

/** What packJson was given; undefined fields are gone. */
export function unpackJson(text: string): Json {
  const [fieldNames, packed]: [string[][], Packed] = JSON.parse(text);
  const unpack = (one: Packed): Json => {
    if (!Array.isArray(one)) return one;
    const [place, ...contents] = one;
    if (place === LIST) return contents.map(unpack);
    const names = fieldNames[Number(place)] ?? [];
    return Object.fromEntries(names.map((name, index) => [name, unpack(contents[index] ?? null)]));
  };
  return unpack(packed);
}
