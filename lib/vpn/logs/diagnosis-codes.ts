/**
 * The error codes of Alibaba's page on troubleshooting IPsec-VPN connections (help.aliyun.com, document 477862), as
 * `FailedReasonCode` of DiagnoseVpnConnections has them. It is an open set: others may come.
 */
export const DIAGNOSIS_CODES = [
  "PeerMismatch",
  "AlgorithmMismatch",
  "EncryptionAlgorithmMismatch",
  "AuthenticationAlgorithmMismatch",
  "DhGroupMismatch",
  "PskMismatch",
  "PeerIdMismatch",
  "DpdHashNotifyCompatibility",
  "DpdTimeout",
  "IkeVersionMismatch",
  "NegotiationModeMismatch",
  "NatTMismatch",
  "LifetimeMismatch",
  "SecurityProtocolMismatch",
  "EncapsulationModeMismatch",
  "AlgorithmCompatibility",
  "TrafficSelectorMismatch",
  "PfsMismatch",
  "CommitMismatch",
  "ProposalMismatch",
  "NegotiationFailed",
  "Phase1NegotiationTimeout",
  "Phase2NegotiationTimeout",
  "NoResponse",
  "ReceiveDeleteNotify",
  "NoExceptionFound",
] as const;

export type DiagnosisCode = (typeof DIAGNOSIS_CODES)[number];

/** The documented code, in whatever case it was sent; null for one that no document has. */
export function diagnosisCodeOf(sent: string | null): DiagnosisCode | null {
  const word = sent?.trim().toLowerCase();
  return DIAGNOSIS_CODES.find((code) => code.toLowerCase() === word) ?? null;
}

const SEVERITIES = ["Critical", "Warn", "Normal"] as const;

/** The documented spelling, in whatever case it was sent; a word that no document has stays as it is. */
export function diagnosisSeverityOf(sent: string | null): string | null {
  const word = sent?.trim().toLowerCase();
  return SEVERITIES.find((severity) => severity.toLowerCase() === word) ?? sent;
}

/** What differs under this code is the key itself: its two values are never shown. */
export function isAboutKeys(code: string | null): boolean {
  return /psk|pre_?shared|key|secret/i.test(code ?? "");
}
