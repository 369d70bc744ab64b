import { LOG_RETENTION_MS, type LogQuestion } from "@/lib/vpn/logs/connection-logs";
import type { LogWindow } from "@/lib/vpn/logs/line-time";
import type { VpnConnection } from "@/lib/vpn/types";

/** How far the clock of who asks may be ahead. */
const AHEAD_MS = 60_000;
const MINUTE_MS = 60_000;

type Tunnels = Pick<VpnConnection, "tunnels">;

/** The first of its parameters that nothing can be read for. */
export function impossibleParameter(
  { tunnelId, minutes, until }: LogQuestion,
  { tunnels }: Tunnels,
  now: number,
): "tunnelId" | "until" | null {
  if (tunnelId !== null && !tunnels.some((one) => one.tunnelId === tunnelId)) return "tunnelId";
  if (until === null) return null;
  const isKept = until - minutes * MINUTE_MS >= now - LOG_RETENTION_MS;
  return isKept && until <= now + AHEAD_MS ? null : "until";
}

/** The question without what nothing can be read for. */
export function possibleQuestion(
  question: LogQuestion,
  connection: Tunnels,
  now: number,
): LogQuestion {
  const wrong = impossibleParameter(question, connection, now);
  return wrong === null
    ? question
    : possibleQuestion({ ...question, [wrong]: null }, connection, now);
}

/** In whole seconds, which is what Alibaba takes. */
export function windowOf({ minutes, until }: LogQuestion, now: number): LogWindow {
  const to = Math.floor(Math.min(until ?? now, now) / 1000) * 1000;
  return { from: to - minutes * MINUTE_MS, to };
}

/** The minutes before those that were read; null where Alibaba has none any more. */
export function earlierThan(
  question: LogQuestion,
  read: LogWindow,
  now: number,
): LogQuestion | null {
  const earlier = { ...question, until: read.from };
  return read.from - question.minutes * MINUTE_MS >= now - LOG_RETENTION_MS ? earlier : null;
}

/** The minutes after those that were read; null where they are the latest. */
export function laterThan(question: LogQuestion, read: LogWindow, now: number): LogQuestion | null {
  if (question.until === null) return null;
  const until = read.to + question.minutes * MINUTE_MS;
  return { ...question, until: until >= now ? null : until };
}
