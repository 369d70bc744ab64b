import { ApiError, invalidParameter, missingParameter } from "./api-error";
import { page } from "./paging";
import type { RequestParameters } from "./signature";
import { at, type JsonObject } from "./wire-value";
import type { RegionContents } from "./world";
import { logLines } from "./logs/log-lines";
import { tunnelFacts, tunnelsOf } from "./tunnel-facts";

const day = 86_400;
const longestMinutes = 10;
const keptDays = 31;

/** DescribeVpnConnectionLogs: ten minutes at most, of a month at most, of one tunnel; no total. */
export function describeVpnConnectionLogs(
  parameters: RequestParameters,
  { connections }: RegionContents,
  now: number,
): JsonObject {
  const id = parameters.get("VpnConnectionId");
  if (!id) throw missingParameter("VpnConnectionId");
  const connection = connections.find((one) => at(one, "VpnConnectionId") === id);
  if (connection === undefined) throw new ApiError("InvalidVpnConnectionInstanceId.NotFound");
  const tunnelId = parameters.get("TunnelId") ?? "";
  if (tunnelId === "" && tunnelsOf(connection).length > 0) throw missingParameter("TunnelId");
  const facts = tunnelFacts(connection, tunnelId);
  if (facts === undefined) throw new ApiError("InvalidTunnelId.NotFound", { status: 404 });
  const { from, to } = readWindow(parameters, Math.floor(now / 1000));
  const { items, envelope } = page(logLines(facts, from, to), parameters);
  const { PageNumber, PageSize } = envelope;
  return { PageNumber, PageSize, Count: items.length, IsCompleted: true, Data: { Logs: items } };
}

function readWindow(parameters: RequestParameters, now: number): { from: number; to: number } {
  const from = seconds(parameters, "From");
  const to = seconds(parameters, "To");
  const minutes = seconds(parameters, "MinutePeriod");
  if (minutes === undefined && (from === undefined || to === undefined)) {
    throw missingParameter("MinutePeriod");
  }
  const length = (minutes ?? 0) * 60;
  const end = to ?? (from === undefined ? now : from + length);
  const start = from ?? end - length;
  const isLong = end - start > longestMinutes * 60;
  if (end <= start || isLong || start < now - keptDays * day) throw invalidParameter("From");
  return { from: start, to: end };
}

/** A whole number; times are epoch seconds, and milliseconds are refused. */
function seconds(parameters: RequestParameters, name: string): number | undefined {
  const value = parameters.get(name);
  if (!value) return undefined;
  if (!/^\d{1,10}$/.test(value)) throw invalidParameter(name);
  return Number(value);
}
