import type { LineSeverity } from "@/lib/vpn/logs/line-meanings";
import type { LogWindow } from "@/lib/vpn/logs/line-time";
import type { Problem } from "@/lib/vpn/problem";

export type LogQuestion = {
  /** One tunnel of a pair; null for all. */
  tunnelId: string | null;
  /** From 1 to 10, as Alibaba allows. */
  minutes: number;
  /** Where these minutes end, epoch milliseconds; null for now. */
  until: number | null;
};

export type LogLine = {
  /** Epoch milliseconds; null where the line has no time. */
  at: number | null;
  /** As Alibaba sent it, without control characters and keys. */
  text: string;
  /** In the reader's language; null where the line is not understood. */
  meaning: string | null;
  severity: LineSeverity | null;
  /** Other errors say more about why. */
  isVague: boolean;
  /** 1, 2, as on the page. */
  tunnel: number;
  /** Its place among the lines of its tunnel, as Alibaba sent them, from 1. */
  position: number;
};

export type Diagnosis = {
  /** Null where the answer names no tunnel of the connection. */
  tunnel: number | null;
  code: string | null;
  /** `Critical`, `Warn` or `Normal`, or what else was sent. */
  severity: string | null;
  title: string;
  advice: string;
  /** What differs, where Alibaba tells it: here, and on the device at the other end. */
  mismatch: { local: string | null; remote: string | null } | null;
  /** Alibaba's own words. */
  failedReason: string | null;
  /** Epoch milliseconds. */
  failedTime: number | null;
  sourceLog: string | null;
};

export type TunnelLogs = {
  tunnel: number;
  tunnelId: string | null;
  lineCount: number;
  /** False while Alibaba has not collected all lines, or where there are more than are read. */
  isComplete: boolean;
  /** There where its lines, or some of them, could not be read. */
  problem?: Problem;
};

export type ConnectionLogs = LogWindow & {
  /** Errors first, otherwise as Alibaba sent them. */
  logs: LogLine[];
  isComplete: boolean;
  tunnels: TunnelLogs[];
  /** Null where it could not be had, or is not of the time asked for. */
  diagnosis: Diagnosis[] | null;
  /** There where the diagnosis could not be had. */
  diagnosisProblem?: Problem;
  /** Epoch milliseconds. */
  fetchedAt: number;
};

export const MAX_LOG_MINUTES = 10;
/** How far back Alibaba keeps the lines. */
export const LOG_RETENTION_MS = 30 * 24 * 3_600_000;

export const LATEST_LOGS: LogQuestion = { tunnelId: null, minutes: MAX_LOG_MINUTES, until: null };
