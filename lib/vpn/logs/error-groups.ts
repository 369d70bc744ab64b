import type { LogLine } from "@/lib/vpn/logs/connection-logs";

export type ErrorGroup = {
  /** Null for errors that are not understood. */
  meaning: string | null;
  count: number;
  /** Epoch milliseconds; null where no line has a time. */
  lastAt: number | null;
  /** As it was sent. */
  first: LogLine;
};

/** The errors among the lines by what they say, first those that say why, then vague ones, last what is not understood. */
export function errorGroups(lines: LogLine[]): ErrorGroup[] {
  const groups = new Map<string | null, ErrorGroup>();
  for (const line of lines.filter(({ severity }) => severity === "error")) {
    const { meaning, at } = line;
    const known = groups.get(meaning) ?? { meaning, count: 0, lastAt: null, first: line };
    groups.set(meaning, {
      meaning,
      count: known.count + 1,
      lastAt: at === null ? known.lastAt : Math.max(at, known.lastAt ?? at),
      first: known.first,
    });
  }
  return [...groups.values()].toSorted(
    (one, other) => rankOf(one) - rankOf(other) || other.count - one.count,
  );
}

function rankOf({ meaning, first }: ErrorGroup): number {
  if (meaning === null) return 2;
  return first.isVague ? 1 : 0;
}
