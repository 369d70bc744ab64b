import "server-only";
import { z } from "zod";
import { pageOf } from "@/lib/server/vpc-api/raw/page";
import { text, time } from "@/lib/server/vpc-api/raw/scalars";

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

/** The list is a bare array, where other calls wrap it. */
export const rawDiagnosisPage = pageOf("VpnConnections", "VpnConnection");
