import { NOT_READ } from "@/lib/vpn/events";
import type { HistoryGap, Interval, Lifespan } from "@/lib/vpn/history";

/** Codes of the problems that reads of a region end with, or that keep them from being written down. */
export const READ_FAILURES = [
  "access_denied",
  "not_configured",
  "bad_credentials",
  "clock_skew",
  "wrong_endpoint",
  "throttled",
  "timeout",
  "unreachable",
  "upstream_refused",
  "upstream_failed",
  "bad_answer",
  "internal",
  "history_unavailable",
] as const;

const NO_DATA_REASONS = [NOT_READ, "not_seen_yet", "deleted", "other", ...READ_FAILURES] as const;

/** Why nothing is known of a time. */
export type NoDataReason = (typeof NO_DATA_REASONS)[number];

/** An interval with the reason for which it has no data; null where it has. */
export type ReasonedInterval = Interval & { reason: NoDataReason | null };

/** The same intervals, those without data divided by what was the matter. `to` ends the last of them. */
export function withReasons(
  intervals: Interval[],
  gaps: HistoryGap[],
  { firstSeenAt, deletedAt }: Lifespan,
  to: number,
): ReasonedInterval[] {
  const bounds = [
    ...gaps.flatMap((gap) => [gap.from, gap.to ?? to]),
    firstSeenAt ?? to,
    deletedAt ?? to,
  ].toSorted((one, other) => one - other);

  function reasonAt(time: number): NoDataReason {
    if (firstSeenAt === null || time < firstSeenAt) return "not_seen_yet";
    if (deletedAt !== null && time >= deletedAt) return "deleted";
    const gap = gaps.find((one) => one.from <= time && time < (one.to ?? Infinity));
    return toReason(gap?.reason);
  }

  return intervals.flatMap((interval): ReasonedInterval[] => {
    if (interval.state !== "no_data") return [{ ...interval, reason: null }];
    const end = interval.to ?? to;
    const inside = bounds.filter((time) => time > interval.from && time < end);
    const parts: ReasonedInterval[] = [];
    for (const [index, from] of [interval.from, ...inside].entries()) {
      const reason = reasonAt(from);
      const last = parts.at(-1);
      const partEnd = inside[index] ?? interval.to;
      if (last?.reason === reason) last.to = partEnd;
      else parts.push({ state: "no_data", from, to: partEnd, reason });
    }
    return parts;
  });
}

/** A reason that a newer or older version has written is still no data. */
export function toReason(reason: string | undefined | null): NoDataReason {
  return NO_DATA_REASONS.find((one) => one === reason) ?? "other";
}
