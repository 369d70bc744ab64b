import "server-only";
import { vi } from "vitest";

export type Answer = { text: string };

/** A load that takes 100 ms. */
export const slowly = (answer: Answer | Error) =>
  vi.fn<() => Promise<Answer>>(
    () =>
      new Promise((resolve, reject) => {
        setTimeout(() => (answer instanceof Error ? reject(answer) : resolve(answer)), 100);
      }),
  );

export const loading = (text: string) => vi.fn<() => Promise<Answer>>(async () => ({ text }));

export const failing = (message: string) =>
  vi.fn<() => Promise<Answer>>(() => Promise.reject(new Error(message)));
