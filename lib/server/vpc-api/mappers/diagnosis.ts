import "server-only";
import type { RawDiagnosis } from "@/lib/server/vpc-api/raw/diagnosis";
import { diagnosisSeverityOf, isAboutKeys } from "@/lib/vpn/logs/diagnosis-codes";

/** A diagnosis in nobody's language yet. */
export type ReadDiagnosis = {
  vpnConnectionId: string | null;
  tunnelId: string | null;
  code: string | null;
  severity: string | null;
  failedReason: string | null;
  /** Epoch milliseconds. */
  failedTime: number | null;
  mismatch: { local: string | null; remote: string | null } | null;
  sourceLog: string | null;
};

/** Texts go through `clean`. Where the keys differ, the two values would be keys: they are dropped here. */
export function toDiagnosis(raw: RawDiagnosis, clean: (text: string) => string): ReadDiagnosis {
  const cleaned = (text: string | null) => (text === null ? null : clean(text));
  const code = cleaned(raw.FailedReasonCode);
  const local = cleaned(raw.MismatchLocalParam);
  const remote = cleaned(raw.MismatchRemoteParam);
  const isTold = (local !== null || remote !== null) && !isAboutKeys(code);
  return {
    vpnConnectionId: raw.VpnConnectionId,
    tunnelId: raw.TunnelId,
    code,
    severity: diagnosisSeverityOf(cleaned(raw.Severity)),
    failedReason: cleaned(raw.FailedReason),
    failedTime: raw.FailedTime.value,
    mismatch: isTold ? { local, remote } : null,
    sourceLog: cleaned(raw.SourceLog),
  };
}
