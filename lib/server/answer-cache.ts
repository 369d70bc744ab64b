import "server-only";
import { LRUCache } from "lru-cache";

const MAX_ANSWERS = 500;

/**
 * Reads once for everybody who asks at the same time, and keeps the answer for `ttlMs`. A failure is
 * given to all who waited for it and is not kept.
 */
export type AnswerCache<Answer extends object> = {
  read: (key: string, load: () => Promise<Answer>) => Promise<Answer>;
  /** The answer that is kept, if there is one. */
  peek: (key: string) => Answer | undefined;
};

export function createAnswerCache<Answer extends object>(
  ttlMs: number | ((answer: Answer) => number),
): AnswerCache<Answer> {
  // To the library 0 means for ever.
  const ttlOf = (answer: Answer) => Math.max(1, typeof ttlMs === "number" ? ttlMs : ttlMs(answer));
  const answers = new LRUCache<string, Answer, () => Promise<Answer>>({
    max: MAX_ANSWERS,
    fetchMethod: async (_key, _stale, { context: load, options }) => {
      const answer = await load();
      options.ttl = ttlOf(answer);
      return answer;
    },
    ignoreFetchAbort: true,
  });
  return {
    read: (key, load) => answers.forceFetch(key, { context: load }),
    peek: (key) => answers.peek(key),
  };
}
