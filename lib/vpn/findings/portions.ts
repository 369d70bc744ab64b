import type { Finding } from "@/lib/vpn/findings/finding";
import type { Portions } from "@/lib/vpn/findings/rule";

export const NOTHING: readonly Finding[] = [];

/** Items looked at before others get a turn where nothing is found: well under a millisecond. */
const PAUSE_AFTER = 100;

/** What is found on each of these, one after another. */
export function* portionsOf<Item>(
  items: Iterable<Item>,
  find: (item: Item) => readonly Finding[],
): Portions {
  let count = 0;
  for (const item of items) {
    const found = find(item);
    count += 1;
    if (found.length > 0 || count % PAUSE_AFTER === 0) yield found;
  }
}
