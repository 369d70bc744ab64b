import "server-only";
import type { User } from "@/lib/server/auth/user";
import {
  type KeptDiagnoses,
  type KeptLogs,
  readDiagnoses,
  readTunnelLogs,
} from "@/lib/server/inventory/log-reads";
import { logWords, type LogWords } from "@/lib/server/inventory/log-words";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { ParameterError } from "@/lib/server/runtime/parameter-error";
import type { ReadDiagnosis } from "@/lib/server/vpc-api/mappers/diagnosis";
import { upstreamProblem } from "@/lib/server/vpc-api/problem";
import type {
  ConnectionLogs,
  Diagnosis,
  LogLine,
  LogQuestion,
  TunnelLogs,
} from "@/lib/vpn/logs/connection-logs";
import { hasTunnel, isKept, windowOf } from "@/lib/vpn/logs/possible-question";
import type { VpnConnection } from "@/lib/vpn/types";

/** What came of a read; another one is shown all the same. */
type Settled<Answer> = { answer: Answer | null; failure: unknown };

type TunnelRead = Settled<KeptLogs> & { tunnel: number; tunnelId: string | null };

type Parts = {
  connection: VpnConnection;
  reads: TunnelRead[];
  /** Null where the minutes that are asked for are not the latest: a diagnosis is of those only. */
  diagnosis: Settled<KeptDiagnoses> | null;
};

/**
 * Alibaba's log of a connection's negotiations, and what it has diagnosed, explained. Each part has a problem of its own;
 * where no part could be read, that of the lines is thrown. Throws ParameterError or VpcApiError.
 */
export async function getConnectionLogs(
  regionId: string,
  vpnConnectionId: string,
  question: LogQuestion,
  user: User,
): Promise<ConnectionLogs> {
  // What is wrong with the address is said whatever the API does.
  if (!isKept(question, Date.now())) throw new ParameterError("until", "outOfRange");
  const connection = await getVpnConnection(regionId, vpnConnectionId, user);
  if (!hasTunnel(question, connection)) throw new ParameterError("tunnelId", "unknownTunnel");
  const parts = await readParts(connection, question);
  const { reads, diagnosis } = parts;
  const [first] = reads;
  const isNothing = reads.every(({ answer }) => answer === null) && !diagnosis?.answer;
  if (isNothing && first !== undefined) throw first.failure;
  return explained(parts, question);
}

/** The same for a page, which has the connection and asks what is possible, and shows the problem of each part. */
export async function getLogParts(
  connection: VpnConnection,
  question: LogQuestion,
): Promise<ConnectionLogs> {
  return explained(await readParts(connection, question), question);
}

async function readParts(connection: VpnConnection, question: LogQuestion): Promise<Parts> {
  const diagnosing = question.until === null ? settle(readDiagnoses(connection)) : null;
  const reads = await Promise.all(readsOf(connection, question));
  return { connection, reads, diagnosis: await diagnosing };
}

async function explained(
  { connection, reads, diagnosis }: Parts,
  question: LogQuestion,
): Promise<ConnectionLogs> {
  const words = await logWords();
  const answers = reads.flatMap(({ answer }) => answer ?? []);
  const { answer: diagnosed = null, failure = null } = diagnosis ?? {};
  const windows = answers.map(({ window }) => window);
  const window = windows[0] ?? windowOf(question, Date.now());
  const times = [...answers, diagnosed ?? []].flat().map(({ fetchedAt }) => fetchedAt);
  return {
    from: Math.min(window.from, ...windows.map(({ from }) => from)),
    to: Math.max(window.to, ...windows.map(({ to }) => to)),
    logs: linesOf(reads, words),
    isComplete: reads.every(isComplete),
    tunnels: await Promise.all(reads.map(tunnelLogsOf)),
    diagnosis: diagnosed && diagnosesOf(diagnosed.diagnoses, connection, question, words),
    ...(failure !== null && { diagnosisProblem: await upstreamProblem(failure) }),
    fetchedAt: times.length === 0 ? Date.now() : Math.min(...times),
  };
}

/** One for each tunnel that is asked for; without ids they cannot be told apart, and are read as one. */
function readsOf(connection: VpnConnection, question: LogQuestion): Promise<TunnelRead>[] {
  const { tunnels, tunnelMode } = connection;
  const isAlone = tunnelMode === "single" || tunnels.some(({ tunnelId }) => tunnelId === null);
  async function read(tunnelId: string | null, tunnel: number): Promise<TunnelRead> {
    const reading = readTunnelLogs(connection, isAlone ? null : tunnelId, question);
    const { answer, failure } = await settle(reading);
    return { tunnel, tunnelId, answer, failure };
  }
  return tunnels
    .map(({ tunnelId }, index) => ({ tunnelId, tunnel: index + 1 }))
    .filter(({ tunnelId }) => question.tunnelId === null || tunnelId === question.tunnelId)
    .slice(0, isAlone ? 1 : undefined)
    .map(({ tunnelId, tunnel }) => read(tunnelId, tunnel));
}

async function settle<Answer>(reading: Promise<Answer>): Promise<Settled<Answer>> {
  try {
    return { answer: await reading, failure: null };
  } catch (failure) {
    return { answer: null, failure };
  }
}

function isComplete({ answer }: TunnelRead): boolean {
  return answer !== null && answer.isComplete && answer.failure === null;
}

async function tunnelLogsOf(read: TunnelRead): Promise<TunnelLogs> {
  const { tunnel, tunnelId, answer, failure } = read;
  const reason = failure ?? answer?.failure ?? null;
  return {
    tunnel,
    tunnelId,
    lineCount: answer?.lines.length ?? 0,
    isComplete: isComplete(read),
    ...(reason !== null && { problem: await upstreamProblem(reason) }),
  };
}

const isError = ({ severity }: LogLine) => severity === "error";

function linesOf(reads: TunnelRead[], words: LogWords): LogLine[] {
  const lines = reads.flatMap(({ tunnel, answer }) =>
    (answer?.lines ?? []).map((line, index) => words.line(line, tunnel, index + 1)),
  );
  return [...lines.filter(isError), ...lines.filter((line) => !isError(line))];
}

function numberOf({ tunnels, tunnelMode }: VpnConnection, tunnelId: string | null): number | null {
  if (tunnelMode === "single") return 1;
  const index = tunnels.findIndex((one) => tunnelId !== null && one.tunnelId === tunnelId);
  return index < 0 ? null : index + 1;
}

const SEVEREST_FIRST = ["Critical", "Warn"];

const rank = ({ severity }: Diagnosis) => [...SEVEREST_FIRST, severity].indexOf(severity);

function diagnosesOf(
  read: ReadDiagnosis[],
  connection: VpnConnection,
  { tunnelId }: LogQuestion,
  words: LogWords,
): Diagnosis[] {
  return read
    .filter((one) => tunnelId === null || one.tunnelId === null || one.tunnelId === tunnelId)
    .map((one) => {
      const number = numberOf(connection, one.tunnelId);
      const { tunnels } = connection;
      return words.diagnosis(
        one,
        number,
        number === null ? tunnels : tunnels.slice(number - 1, number),
      );
    })
    .toSorted((one, other) => (one.tunnel ?? 0) - (other.tunnel ?? 0) || rank(one) - rank(other));
}
