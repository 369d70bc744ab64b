import { createLoader } from "nuqs/server";
import { LATEST_LOGS, type LogQuestion, MAX_LOG_MINUTES } from "@/lib/vpn/logs/connection-logs";
import { type Given, integer, resourceId, trimmed } from "@/lib/vpn/search-params";
import { time } from "@/lib/vpn/search-params-history";
import { type AnyParser, firstObjection, type StrictlyRead } from "@/lib/vpn/strict-parameters";

const parameters = {
  tunnelId: resourceId,
  minutes: integer(MAX_LOG_MINUTES).withDefault(LATEST_LOGS.minutes),
  until: time,
};

const loadLogs = createLoader(parameters);
const ofLogs = new Map<string, AnyParser>(Object.entries(parameters));

/** The page of logs: nonsense in its URL falls back to the default. */
export function readLogsPage(searchParams: Given): LogQuestion {
  return loadLogs(trimmed(searchParams));
}

/** The API's logs: nothing is guessed. */
export function readLogs(searchParams: URLSearchParams): StrictlyRead<{ question: LogQuestion }> {
  const objection = firstObjection(searchParams, ofLogs, new Map());
  return objection ?? { ok: true, parameters: { question: loadLogs(searchParams) } };
}
