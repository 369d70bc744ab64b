import { LOG_RETENTION_MS, type LogQuestion } from "@/lib/vpn/logs/connection-logs";
import type { LogWindow } from "@/lib/vpn/logs/line-time";
import type { VpnConnection } from "@/lib/vpn/types";

/** How far the clock of who asks may be ahead. */
const AHEAD_MS = 60_000;
const MINUTE_MS = 60_000;

/** Whether Alibaba has, or can have, lines of the minutes that are asked for. */
export function isKept({ minutes, until }: LogQuestion, now: number): boolean {
  if (until === null) return true;
  return until - minutes * MINUTE_MS >= now - LOG_RETENTION_MS && until <= now + AHEAD_MS;
}

/** Whether the connection has the tunnel that is asked for. */
export function hasTunnel(
  { tunnelId }: LogQuestion,
  { tunnels }: Pick<VpnConnection, "tunnels">,
): boolean {
  return tunnelId === null || tunnels.some((one) => one.tunnelId === tunnelId);
}

/** The question without what nothing can be read for. */
export function possibleQuestion(
  question: LogQuestion,
  connection: Pick<VpnConnection, "tunnels">,
  now: number,
): LogQuestion {
  return {
    ...question,
    tunnelId: hasTunnel(question, connection) ? question.tunnelId : null,
    until: isKept(question, now) ? question.until : null,
  };
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
