import "server-only";
import { callVpcApi } from "@/lib/server/vpc-api/call";
import type { WireParameters } from "@/lib/server/vpc-api/client";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { type ReadDiagnosis, toDiagnosis } from "@/lib/server/vpc-api/mappers/diagnosis";
import { rawDiagnosis, rawDiagnosisPage } from "@/lib/server/vpc-api/raw/diagnosis";
import { lineCleaner } from "@/lib/server/vpc-api/secret-tokens";
import { createTimeBudget, PART_MS } from "@/lib/server/vpc-api/time-budget";

const PAGE_SIZE = 50;

export type DiagnosisOf = {
  regionId: string;
  vpnConnectionId: string;
  /** Null where it is attached to a transit router, or to nothing. */
  vpnGatewayId: string | null;
  /** Of a pair; of a single tunnel there are none, and the connection is asked about. */
  tunnelIds: string[];
};

/** What Alibaba has found within the last three minutes. Throws VpcApiError. */
export async function diagnoseVpnConnections(asked: DiagnosisOf): Promise<ReadDiagnosis[]> {
  const { regionId, vpnGatewayId, vpnConnectionId } = asked;
  const parameters = {
    RegionId: regionId,
    ...(vpnGatewayId !== null && { VpnGatewayId: vpnGatewayId }),
    ...idsOf(asked),
    PageNumber: 1,
    PageSize: PAGE_SIZE,
  };
  const { answer, requestId } = await callVpcApi(
    { action: "DiagnoseVpnConnections", regionId, parameters, schema: rawDiagnosisPage },
    createTimeBudget(PART_MS),
  );
  const clean = lineCleaner();
  const readable = answer.items
    .map((item) => rawDiagnosis.safeParse(item))
    .flatMap(({ data }) => (data === undefined ? [] : [toDiagnosis(data, clean)]));
  // What makes no sense is not the same as nothing found.
  if (answer.items.length > 0 && readable.length === 0) {
    throw new VpcApiError("bad_answer", { requestId });
  }
  return readable.filter(
    (one) => one.vpnConnectionId === null || one.vpnConnectionId === vpnConnectionId,
  );
}

function idsOf({ vpnConnectionId, tunnelIds }: DiagnosisOf): WireParameters {
  if (tunnelIds.length === 0) return { "VpnConnectionIds.1": vpnConnectionId };
  return Object.fromEntries(tunnelIds.map((id, index) => [`TunnelIds.${index + 1}`, id]));
}
