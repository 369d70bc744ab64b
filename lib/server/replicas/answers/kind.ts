import "server-only";
import type { AnswerCache } from "@/lib/server/runtime/answer-cache";

/** What an answer is made of: a little, and many items, which stay the same objects while they say the same. */
type AnswerParts<Item> = { head: unknown; items: readonly Item[] };

/** A kind of answers that replicas read once for all of them. */
export type AnswerKind<Answer extends object, Item> = {
  name: string;
  cache: () => AnswerCache<Answer>;
  partsOf: (answer: Answer) => AnswerParts<Item>;
  /** `before`: the last answer, where it has the same items. Null where the head is none. */
  answerOf: (head: unknown, items: Item[], before: Answer | null) => Answer | null;
  /** What of an item is JSON; the term tells replicas of one leadership from those of another. */
  toJson: (item: Item, term: number) => unknown;
  fromJson: (json: unknown) => Item | null;
  /** A failure as JSON, without a text of anybody else's. */
  failureToJson: (error: unknown) => unknown;
  failureFromJson: (json: unknown) => unknown;
  /** What a replica that does not lead asks the leader for. */
  readNow: (key: string, isUrgent: boolean) => Promise<unknown>;
};

/**
 * Of all that is shared. It is raised with each change of the types that are written (a test tells), so that two
 * versions of the program do not read what the other has written.
 */
export const FORMAT = 1;

/** Items in one part: a few milliseconds to write or to read, and what is transferred where one of them changes. */
export const PART_ITEMS = 200;
