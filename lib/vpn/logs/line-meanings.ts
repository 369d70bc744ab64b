/** How much a line matters: an error is why a tunnel does not come up, the rest is its background. */
export type LineSeverity = "error" | "warning" | "info";

/** What a line says; each has a sentence in both languages. */
export const LINE_MEANINGS = {
  algorithms: "error",
  authentication: "error",
  authenticationAlgorithm: "error",
  decryption: "error",
  deleted: "warning",
  dhGroup: "error",
  dhGroupRetry: "warning",
  dpd: "info",
  dpdOrder: "warning",
  dpdTimeout: "error",
  encapsulationMode: "error",
  encryptionAlgorithm: "error",
  identity: "error",
  ikeVersion: "error",
  informational: "info",
  key: "error",
  lifetime: "warning",
  mode: "error",
  nat: "info",
  natTraversal: "error",
  noConfiguration: "error",
  noResponse: "error",
  peerAddress: "error",
  pfs: "error",
  phase1First: "error",
  phase1Up: "info",
  phase2Failed: "error",
  phase2Up: "info",
  proposal: "error",
  proposalPhase2: "error",
  renewal: "info",
  retransmit: "warning",
  securityProtocol: "error",
  starting: "info",
  subnets: "error",
} as const satisfies Record<string, LineSeverity>;

/** What an error leads to, or one of several reasons for it: any other error says more about why. */
const VAGUE = new Set<LineMeaning>([
  "algorithms",
  "authentication",
  "decryption",
  "phase1First",
  "phase2Failed",
  "proposal",
  "proposalPhase2",
]);

export function isVague(meaning: LineMeaning | null): boolean {
  return meaning !== null && VAGUE.has(meaning);
}

export type LineMeaning = keyof typeof LINE_MEANINGS;
