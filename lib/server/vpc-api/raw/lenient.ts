import "server-only";
import { z } from "zod";
import {
  flag,
  isRecord,
  listOf,
  number,
  parseOrKeep,
  text,
} from "@/lib/server/vpc-api/raw/scalars";

/**
 * For things that are shown beside the connections: a field that makes no sense counts as one that
 * was not sent, so that it does not take the whole thing with it.
 */
export const textOrNull = text.catch(null);
export const numberOrNull = number.catch(null);
export const flagOrNull = flag.catch(null);

/** The items that are of this kind; the others are left out. */
function listOfReadable<Item extends z.ZodType>(name: string, item: Item) {
  return listOf(name, item.nullable().catch(null))
    .transform((items) => items.filter((one) => one !== null))
    .catch([]);
}

const word = text.pipe(z.string());

export const textList = (name: string) => listOfReadable(name, word);

export const tagList = listOfReadable("Tag", z.object({ Key: word, Value: textOrNull }));

/**
 * Under `Tag` a VPN gateway has what Alibaba itself notes about it, as JSON in a string
 * (`{"VpnVersion":"v1.2.4"}`), where other things have their tags. Both are read, each as what it is.
 */
export const tagsOrNotes = z
  .unknown()
  .optional()
  .transform((value) => {
    const given = typeof value === "string" ? parseOrKeep(value) : value;
    if (!isRecord(given) || "Tag" in given) return { tags: tagList.parse(given), notes: [] };
    const notes = Object.entries(given).flatMap(([name, one]) => {
      const read = text.safeParse(one);
      return read.success ? [{ Key: name.toWellFormed(), Value: read.data }] : [];
    });
    return { tags: [], notes };
  });
