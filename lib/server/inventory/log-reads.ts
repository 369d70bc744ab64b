import "server-only";
import { areKeysReadHere } from "@/lib/server/inventory/keys-read-here";
import { createAnswerCache } from "@/lib/server/runtime/answer-cache";
import { defineSingleton } from "@/lib/server/runtime/singleton";
import {
  describeVpnConnectionLogs,
  type LogsOf,
  type ReadLogs,
} from "@/lib/server/vpc-api/connection-logs";
import { diagnoseVpnConnections } from "@/lib/server/vpc-api/diagnoses";
import type { ReadDiagnosis } from "@/lib/server/vpc-api/mappers/diagnosis";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { describeVpnConnections } from "@/lib/server/vpc-api/vpn-connections";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { LogQuestion } from "@/lib/vpn/logs/connection-logs";
import type { LogWindow } from "@/lib/vpn/logs/line-time";
import { windowOf } from "@/lib/vpn/logs/possible-question";
import type { VpnConnection, VpnConnectionList } from "@/lib/vpn/types";

/** One read serves all who ask within this time, whatever TUNNELBOARD_CACHE_SECONDS says. */
const KEPT_MS = 30_000;
/** Whoever has mended what was wrong does not wait long to see it. */
const FAILURE_KEPT_MS = 10_000;
/** Lines held at most, over all connections. */
const MAX_LINES = 50_000;

const TIMES = { ttlMs: KEPT_MS, failureTtlMs: FAILURE_KEPT_MS };

export type KeptLogs = ReadLogs & { window: LogWindow; fetchedAt: number };
export type KeptDiagnoses = { diagnoses: ReadDiagnosis[]; fetchedAt: number };

const logs = defineSingleton("connectionLogs", () =>
  createAnswerCache<KeptLogs>({
    ...TIMES,
    weightOf: ({ lines }) => lines.length,
    maxWeight: MAX_LINES,
  }),
);

const diagnoses = defineSingleton("connectionDiagnoses", () =>
  createAnswerCache<KeptDiagnoses>(TIMES),
);

const keyReads = defineSingleton("keyReads", () => createAnswerCache<VpnConnectionList>(TIMES));

/**
 * Texts of Alibaba's may hold a key, which is struck out by whoever has read it: where another replica has read the
 * connection, this one reads it, too. Throws VpcApiError, and then no text is shown.
 */
async function readKeys(connection: VpnConnection): Promise<void> {
  if (areKeysReadHere(connection)) return;
  const { regionId, vpnConnectionId } = connection;
  const { answer } = await keyReads().read(JSON.stringify([regionId, vpnConnectionId]), () =>
    describeVpnConnections(regionId, { ...listParametersOf(NO_PARAMETERS), vpnConnectionId }),
  );
  const isThere = answer.vpnConnections.some((one) => one.vpnConnectionId === vpnConnectionId);
  if (!isThere) throw new VpcApiError("bad_answer", { requestId: answer.requestId });
}

/** The lines of one tunnel. Whether the user may see the connection is for the caller to know. Throws VpcApiError. */
export async function readTunnelLogs(
  connection: VpnConnection,
  tunnelId: string | null,
  question: LogQuestion,
): Promise<KeptLogs> {
  const { regionId, vpnConnectionId } = connection;
  const { minutes, until } = question;
  const seconds = until === null ? null : Math.floor(until / 1000);
  const key = JSON.stringify([regionId, vpnConnectionId, tunnelId, minutes, seconds]);
  const { answer } = await logs().read(key, async () => {
    await readKeys(connection);
    const window = windowOf(question, Date.now());
    const asked: LogsOf = {
      regionId,
      vpnConnectionId,
      tunnelId,
      window,
    };
    return { ...(await describeVpnConnectionLogs(asked)), window, fetchedAt: Date.now() };
  });
  return answer;
}

/** What is wrong with its tunnels now. Likewise. Throws VpcApiError. */
export async function readDiagnoses(connection: VpnConnection): Promise<KeptDiagnoses> {
  const { regionId, vpnConnectionId, vpnGatewayId, tunnelMode, tunnels } = connection;
  const ids = tunnels.map(({ tunnelId }) => tunnelId).filter((id) => id !== null);
  const tunnelIds = tunnelMode === "dual" ? ids : [];
  const { answer } = await diagnoses().read(
    JSON.stringify([regionId, vpnConnectionId]),
    async () => {
      await readKeys(connection);
      const asked = { regionId, vpnConnectionId, vpnGatewayId, tunnelIds };
      return { diagnoses: await diagnoseVpnConnections(asked), fetchedAt: Date.now() };
    },
  );
  return answer;
}
