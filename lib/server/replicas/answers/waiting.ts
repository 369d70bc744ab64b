import "server-only";
import type { Subject } from "@/lib/server/replicas/answers/messages";

type Waiting = { end: (isThere: boolean) => void; isUrgent: boolean };

const nameOf = ({ kind, key }: Subject) => `${kind} ${key}`;

/** Who waits for the leader. Without a word from it for so long, nobody waits on, nor begins to for a while. */
export function createWaiting({ silenceMs, pauseMs }: { silenceMs: number; pauseMs: number }) {
  const waiting = new Map<string, Waiting & { timer: NodeJS.Timeout }>();
  const answers = new Map<string, Promise<boolean>>();
  let silentUntil = Number.NEGATIVE_INFINITY;

  function end(subject: Subject, isThere: boolean): void {
    const name = nameOf(subject);
    const one = waiting.get(name);
    if (one === undefined) return;
    clearTimeout(one.timer);
    waiting.delete(name);
    one.end(isThere);
  }

  function timer(subject: Subject): NodeJS.Timeout {
    return setTimeout(() => {
      silentUntil = performance.now() + pauseMs;
      end(subject, false);
    }, silenceMs);
  }

  return {
    has: (subject: Subject) => waiting.has(nameOf(subject)),
    /** Whether the answer has come. */
    begin(subject: Subject): Promise<boolean> {
      const known = answers.get(nameOf(subject));
      if (known !== undefined && waiting.has(nameOf(subject))) return known;
      if (performance.now() < silentUntil) return Promise.resolve(false);
      const isThere = new Promise<boolean>((resolve) => {
        const { isUrgent } = subject;
        waiting.set(nameOf(subject), { isUrgent, end: resolve, timer: timer(subject) });
      });
      answers.set(nameOf(subject), isThere);
      return isThere;
    },
    /** Whether that is news: somebody waits for what nobody had to wait for before. */
    hurry(subject: Subject): boolean {
      const one = waiting.get(nameOf(subject));
      if (one === undefined || one.isUrgent) return false;
      one.isUrgent = true;
      return true;
    },
    /** The leader is at it. */
    prolong(subject: Subject): void {
      silentUntil = Number.NEGATIVE_INFINITY;
      const one = waiting.get(nameOf(subject));
      if (one === undefined) return;
      clearTimeout(one.timer);
      one.timer = timer(subject);
    },
    end,
    endAll(): void {
      silentUntil = Number.NEGATIVE_INFINITY;
      for (const { end: endOne, timer: running } of waiting.values()) {
        clearTimeout(running);
        endOne(false);
      }
      waiting.clear();
    },
  };
}
