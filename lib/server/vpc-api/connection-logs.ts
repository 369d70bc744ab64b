import "server-only";
import { setImmediate as otherWork } from "node:timers/promises";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import { isVpcApiError, VpcApiError } from "@/lib/server/vpc-api/errors";
import { type ReadLine, toLines } from "@/lib/server/vpc-api/mappers/connection-logs";
import { type RawLogPage, rawLogPage } from "@/lib/server/vpc-api/raw/connection-logs";
import { lineCleaner } from "@/lib/server/vpc-api/secret-tokens";
import { createTimeBudget, PART_MS } from "@/lib/server/vpc-api/time-budget";
import type { LogWindow } from "@/lib/vpn/logs/line-time";

/** Alibaba's most. */
const PAGE_SIZE = 50;
/** 6,000 lines: a quarter of the calls of a minute, and more than anybody reads. */
const MAX_PAGES = 120;
/** The answer to a page tells whether there is a next one: more and more of them are asked for at a time. */
const MOST_AT_ONCE = 8;

export type LogsOf = {
  regionId: string;
  vpnConnectionId: string;
  /** Where the connection has a pair of tunnels. */
  tunnelId: string | null;
  /** In whole seconds. */
  window: LogWindow;
};

export type ReadLogs = {
  lines: ReadLine[];
  /** False where Alibaba says so, where a line is no text, and where lines were left out. */
  isComplete: boolean;
  /** Why lines after the first page are missing, if a call failed. */
  failure: VpcApiError | null;
};

/** The lines of one tunnel, in the order they are sent in. Throws VpcApiError where there are none to be had. */
export async function describeVpnConnectionLogs(asked: LogsOf): Promise<ReadLogs> {
  const endsAt = performance.now() + PART_MS;
  const pages = [await readPage(asked, 1, endsAt)];
  const [first] = pages;
  // Lines that are counted and not sent.
  if (first?.lines.length === 0 && (first.count ?? 0) > 0) throw new VpcApiError("bad_answer");
  let failure: VpcApiError | null = null;
  let isAtEnd = isLast(first);
  // The API sends the same page whichever is asked for: nobody knows what the others hold.
  let isRepeating = false;
  for (let atOnce = 1; !isAtEnd && failure === null; atOnce = Math.min(MOST_AT_ONCE, atOnce * 2)) {
    const left = Math.min(atOnce, MAX_PAGES - pages.length);
    if (left === 0 || performance.now() >= endsAt) break;
    const numbers = Array.from({ length: left }, (_, index) => pages.length + 1 + index);
    const settled = await Promise.allSettled(
      numbers.map((number) => readPage(asked, number, endsAt)),
    );
    for (const one of settled) {
      if (one.status === "rejected") {
        failure = failureOf(one.reason);
        break;
      }
      isRepeating = isRepeat(one.value, pages.at(-1));
      isAtEnd = isRepeating || isLast(one.value);
      if (!isRepeating) pages.push(one.value);
      if (isAtEnd) break;
    }
  }
  const clean = lineCleaner();
  const lines: ReadLine[] = [];
  for (const page of pages) {
    lines.push(...toLines(page, asked.window, clean));
    // Words of thousands of lines are hashed: requests come in between.
    await otherWork();
  }
  const isWhole = pages.every(
    ({ lines, isCompleted }) => isCompleted !== false && !lines.includes(null),
  );
  return {
    lines,
    isComplete: isAtEnd && !isRepeating && isWhole,
    failure,
  };
}

async function readPage(asked: LogsOf, pageNumber: number, endsAt: number): Promise<RawLogPage> {
  const { regionId, vpnConnectionId, tunnelId, window } = asked;
  const parameters = {
    RegionId: regionId,
    VpnConnectionId: vpnConnectionId,
    ...(tunnelId !== null && { TunnelId: tunnelId }),
    From: Math.floor(window.from / 1000),
    To: Math.floor(window.to / 1000),
    PageNumber: pageNumber,
    PageSize: PAGE_SIZE,
  };
  const { answer } = await callVpcApi(
    { action: "DescribeVpnConnectionLogs", regionId, parameters, schema: rawLogPage },
    createTimeBudget(endsAt - performance.now()),
  );
  return answer;
}

/** A page with room left, and one with more than was asked for. */
function isLast(page: RawLogPage | undefined): boolean {
  const sent = page?.lines.length ?? 0;
  const room = Math.min(PAGE_SIZE, page?.pageSize || PAGE_SIZE);
  return sent < room || sent > PAGE_SIZE;
}

function isRepeat(page: RawLogPage | undefined, before: RawLogPage | undefined): boolean {
  return before !== undefined && page?.lines.join("\n") === before.lines.join("\n");
}

function failureOf(reason: unknown): VpcApiError {
  return isVpcApiError(reason) ? reason : new VpcApiError("internal");
}
