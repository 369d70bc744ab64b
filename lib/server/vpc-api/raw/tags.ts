import "server-only";
import { z } from "zod";
import { id, isRecord, listOf, parseOrKeep, text } from "@/lib/server/vpc-api/raw/scalars";

/** Most calls say `Key` and `Value`; those of the tagging service say `TagKey` and `TagValue`. */
const tag = z.preprocess(
  (value) =>
    isRecord(value)
      ? { Key: value.Key ?? value.TagKey, Value: value.Value ?? value.TagValue }
      : value,
  z.object({ Key: id, Value: text }),
);

/** A tag without a key is none. */
export const tagList = listOf("Tag", tag);

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
      const isText = typeof one !== "object" || one === null;
      return isText ? [{ Key: name.toWellFormed(), Value: text.parse(one) }] : [];
    });
    return { tags: [], notes };
  });
