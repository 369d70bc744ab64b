import "server-only";
import { z } from "zod";
import type { AnswerKey } from "@/lib/server/replicas/answers/answer-store";

/** `wanted`: somebody looks; `reading`: the leader is at it; `answered`: it has come, or failed; `published`. */
const TYPES = ["wanted", "reading", "answered", "published"] as const;

export type MessageType = (typeof TYPES)[number];

const about = z.tuple([z.string(), z.string(), z.boolean()]);
const message = z.object({ type: z.enum(TYPES), about: z.array(about) });

export type Message = { type: MessageType; about: Subject[] };

/** `isUrgent`: whoever looks waits for it. */
export type Subject = AnswerKey & { isUrgent: boolean };

/** PostgreSQL takes less than 8,000 bytes, and each is less than 100. */
const MOST_SUBJECTS = 75;

export function textOf(type: MessageType, subjects: readonly Subject[]): string {
  return JSON.stringify({
    type,
    about: subjects.map(({ kind, key, isUrgent }) => [kind, key, isUrgent]),
  });
}

/** Null for what another version of the program sends. */
export function messageOf(text: string): Message | null {
  try {
    const { data } = message.safeParse(JSON.parse(text));
    if (data === undefined) return null;
    const subjects = data.about.map(([kind, key, isUrgent]) => ({ kind, key, isUrgent }));
    return { type: data.type, about: subjects };
  } catch {
    return null;
  }
}

/** Sends what is said in one turn of the event loop in one message: a page may ask for thirty regions. */
export function outbox(send: (text: string) => void) {
  const waiting = new Map<MessageType, Map<string, Subject>>();

  function flush(): void {
    for (const [type, subjects] of waiting) {
      const all = [...subjects.values()];
      for (let from = 0; from < all.length; from += MOST_SUBJECTS) {
        send(textOf(type, all.slice(from, from + MOST_SUBJECTS)));
      }
    }
    waiting.clear();
  }

  return (type: MessageType, subject: Subject): void => {
    if (waiting.size === 0) setImmediate(flush);
    const subjects = waiting.get(type) ?? new Map<string, Subject>();
    waiting.set(type, subjects);
    const name = `${subject.kind} ${subject.key}`;
    const isUrgent = subject.isUrgent || subjects.get(name)?.isUrgent === true;
    subjects.set(name, { ...subject, isUrgent });
  };
}
