import "server-only";
import { LRUCache } from "lru-cache";

type Failure = { error: unknown; at: number; inARow: number };

/** What is known under a key; times by the clock of `performance`. */
export type Kept<Answer> = {
  answer: Answer | null;
  answeredAt: number;
  /** Of the last read, if it failed. */
  failure: Failure | null;
};

/** An answer, and why it is an old one if the read that was to replace it failed. */
export type Current<Answer> = { answer: Answer; failure: unknown };

/**
 * Reads once for everybody who asks at the same time. An answer is kept for its time to live, and
 * then replaces failed reads as long as `staleMs` says; a failure is kept as long as an answer
 * would be, so that an outage costs no more calls than a good day.
 */
export type AnswerCache<Answer extends object> = {
  /** Throws what `load` throws where there is no answer to stand in. */
  read: (key: string, load: () => Promise<Answer>) => Promise<Current<Answer>>;
  /** As `read`, whether or not there is an answer whose time to live lasts. */
  refresh: (key: string, load: () => Promise<Answer>) => Promise<Current<Answer>>;
  /** The answer while its time to live lasts. */
  peek: (key: string) => Answer | undefined;
  /** What there is, however old. */
  kept: (key: string) => Kept<Answer> | undefined;
  /** Takes over what somebody else has read, unless what is here is newer. */
  take: (key: string, kept: Kept<Answer>) => void;
  /** Replaces the answer, unless another has been read by then; once for all who want that of one answer. */
  update: (key: string, by: (answer: Answer) => Promise<Answer>) => Promise<void>;
};

type Options<Answer> = {
  ttlMs: number | ((answer: Answer) => number);
  /** How long a failure is kept; the time to live, where that is one number. */
  failureTtlMs?: number;
  /** Since it was read; 0 for never. */
  staleMs?: number;
  /** What an answer weighs, in things it holds. */
  weightOf?: (answer: Answer) => number;
  /** What all of them may weigh; the longest unread are forgotten first. */
  maxWeight?: number;
};

const MAX_ANSWERS = 500;

export function createAnswerCache<Answer extends object>(
  options: Options<Answer>,
): AnswerCache<Answer> {
  const { ttlMs, staleMs = 0, weightOf = () => 0, maxWeight = MAX_ANSWERS } = options;
  const failureTtlMs = options.failureTtlMs ?? (typeof ttlMs === "number" ? ttlMs : 0);
  const answers = new LRUCache<string, Kept<Answer>, () => Promise<Answer>>({
    max: MAX_ANSWERS,
    maxSize: MAX_ANSWERS + maxWeight,
    sizeCalculation: ({ answer }) => 1 + (answer === null ? 0 : weightOf(answer)),
    fetchMethod: async (_key, old, { context: load }) => {
      try {
        return { answer: await load(), answeredAt: performance.now(), failure: null };
      } catch (error) {
        const failure = { error, at: performance.now(), inARow: (old?.failure?.inARow ?? 0) + 1 };
        return old !== undefined && isWithin(staleMs, old.answeredAt)
          ? { ...old, failure }
          : { answer: null, answeredAt: 0, failure };
      }
    },
    ignoreFetchAbort: true,
  });
  const updates = new WeakMap<Answer, Promise<Answer>>();

  function isFresh({ answer, answeredAt, failure }: Kept<Answer>): boolean {
    if (failure !== null) return isWithin(failureTtlMs, failure.at);
    return (
      answer !== null && isWithin(typeof ttlMs === "number" ? ttlMs : ttlMs(answer), answeredAt)
    );
  }

  function currentOf({ answer, answeredAt, failure }: Kept<Answer>): Current<Answer> {
    if (answer !== null && (failure === null || isWithin(staleMs, answeredAt))) {
      return { answer, failure: failure?.error ?? null };
    }
    throw failure?.error;
  }

  async function refresh(key: string, load: () => Promise<Answer>): Promise<Current<Answer>> {
    // Who asks while it is being read joins that read.
    return currentOf(await answers.forceFetch(key, { forceRefresh: true, context: load }));
  }

  return {
    read: async (key, load) => {
      const known = answers.get(key);
      return known !== undefined && isFresh(known) ? currentOf(known) : refresh(key, load);
    },
    refresh,
    peek(key) {
      const known = answers.peek(key);
      if (known === undefined || known.failure !== null || !isFresh(known)) return undefined;
      return known.answer ?? undefined;
    },
    kept: (key) => answers.peek(key),
    take(key, kept) {
      const known = answers.peek(key);
      if (known === undefined || newestOf(known) <= newestOf(kept)) answers.set(key, kept);
    },
    async update(key, by) {
      const answer = answers.peek(key)?.answer ?? null;
      if (answer === null) return;
      const updating = updates.get(answer) ?? by(answer);
      updates.set(answer, updating);
      const updated = await updating;
      const known = answers.peek(key);
      if (known?.answer === answer) known.answer = updated;
    },
  };
}

/** When something was last told, were it a failure. */
function newestOf({ answeredAt, failure }: Kept<object>): number {
  return Math.max(answeredAt, failure?.at ?? Number.NEGATIVE_INFINITY);
}

function isWithin(spanMs: number, since: number): boolean {
  return performance.now() - since < spanMs;
}
