import "server-only";
import { promisify } from "node:util";
import { setImmediate as otherWork } from "node:timers/promises";
import { gunzip, gzip } from "node:zlib";
import { PART_ITEMS } from "@/lib/server/replicas/answers/kind";

/** On threads of their own. */
const compress = promisify(gzip);
const decompress = promisify(gunzip);

export function partsOfItems<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / PART_ITEMS);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * PART_ITEMS, (index + 1) * PART_ITEMS),
  );
}

export function areSameItems<Item>(one: readonly Item[] | undefined, other: readonly Item[]) {
  return one?.length === other.length && one.every((item, index) => item === other[index]);
}

/** Compressed JSON. */
export async function bodyOf<Item>(
  items: readonly Item[],
  toJson: (item: Item) => unknown,
): Promise<Buffer> {
  const text = JSON.stringify(items.map(toJson));
  await otherWork();
  return compress(text);
}

/** Null where it is not what such a part is. */
export async function itemsOf<Item>(
  body: Buffer,
  fromJson: (json: unknown) => Item | null,
): Promise<Item[] | null> {
  const text = String(await decompress(body));
  const json: unknown = JSON.parse(text);
  await otherWork();
  if (!Array.isArray(json)) return null;
  const items = json.map(fromJson);
  const whole = items.filter((item) => item !== null);
  return whole.length === items.length ? whole : null;
}
