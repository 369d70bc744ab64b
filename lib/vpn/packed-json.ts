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
  // Loops: each page reads some thousand values, on the server too.
  const unpack = (one: Packed | undefined): Json => {
    if (!Array.isArray(one)) return one ?? null;
    const names = fieldNames[Number(one[0])];
    const contents: Json[] = [];
    for (let index = 1; index < one.length; index += 1) contents.push(unpack(one[index]));
    if (names === undefined) return contents;
    const fields: { [name: string]: Json } = {};
    for (const [index, name] of names.entries()) setField(fields, name, contents[index] ?? null);
    return fields;
  };
  return unpack(packed);
}

/** An assignment to `__proto__` would make no field. */
function setField(fields: { [name: string]: Json }, name: string, value: Json): void {
  if (name === "__proto__") Object.defineProperty(fields, name, { value, ...OWN });
  else fields[name] = value;
}

const OWN = { configurable: true, enumerable: true, writable: true };
