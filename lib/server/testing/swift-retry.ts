import "server-only";
import { vi } from "vitest";
import type * as PRetry from "p-retry";

/** p-retry without the pauses: which failures are tried again, and how often, stays as it is. */
const { default: pRetry } = await vi.importActual<typeof PRetry>("p-retry");

export default function swiftRetry<Answer>(
  input: (attempt: number) => PromiseLike<Answer> | Answer,
  options: PRetry.Options,
): Promise<Answer> {
  return pRetry(input, { ...options, minTimeout: 0, maxTimeout: 0 });
}
