import "server-only";
import { LRUCache } from "lru-cache";

const MAX_ANSWERS = 500;

/**
 * Reads once for everybody who asks at the same time, and keeps the answer for `ttlMs`. A failure is
 * given to all who waited for it and is not kept.
 */
export type AnswerCache<Answer extends object> = {
  read: (key: string, load: () => Promise<Answer>) => Promise<Answer>;
};

export function createAnswerCache<Answer extends object>(ttlMs: number): AnswerCache<Answer> {
  const answers = new LRUCache<string, Answer, () => Promise<Answer>>({
    max: MAX_ANSWERS,
    // To the library 0 means for ever.
    ttl: Math.max(1, ttlMs),
    fetchMethod: (_key, _stale, { context: load }) => load(),
    ignoreFetchAbort: true,
  });
  return { read: (key, load) => answers.forceFetch(key, { context: load }) };
}
