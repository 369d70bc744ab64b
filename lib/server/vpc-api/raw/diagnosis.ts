import "server-only";
import { z } from "zod";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { isRecord, text, time } from "@/lib/server/vpc-api/raw/scalars";

/** One entry of DiagnoseVpnConnections 2016-04-28. None of its fields must be there. */
export const rawDiagnosis = z.object({
  VpnConnectionId: text,
  TunnelId: text,
  FailedReasonCode: text,
  FailedReason: text,
  FailedTime: time,
  Severity: text,
  MismatchLocalParam: text,
  MismatchRemoteParam: text,
  SourceLog: text,
});

export type RawDiagnosis = z.infer<typeof rawDiagnosis>;

/**
 * The list is a bare array, where other calls wrap it. Where nothing has been found it may be absent, and so may its
 * total.
 */
export const rawDiagnosisPage = z.preprocess(
  (body) => (isRecord(body) ? { ...body, TotalCount: body["TotalCount"] ?? 0 } : body),
  pageOf("VpnConnections", "VpnConnection"),
);
