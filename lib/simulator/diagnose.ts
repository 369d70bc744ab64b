import { missingParameter } from "./api-error";
import { hasValue } from "./filters";
import { page } from "./paging";
import type { RequestParameters } from "./signature";
import { at, type JsonObject } from "./wire-value";
import type { RegionContents } from "./world";
import { type Cause, causeOf } from "./logs/cause";
import { logLines } from "./logs/log-lines";
import { mismatchOf } from "./logs/peer-values";
import type { TunnelFacts } from "./logs/tunnel";
import { tunnelFacts, tunnelsOf } from "./tunnel-facts";

type Found = { code: string; reason: string; severity: "Critical" | "Warn" | "Normal" };

const found: Readonly<Record<Cause, Found>> = {
  up: { code: "NoExceptionFound", reason: "No exception found", severity: "Normal" },
  idle: { code: "NoExceptionFound", reason: "No exception found", severity: "Normal" },
  "no-response": {
    code: "Phase1NegotiationTimeout",
    reason: "Phase1 negotiation timeout",
    severity: "Critical",
  },
  key: { code: "PskMismatch", reason: "Pre-shared key mismatch", severity: "Critical" },
  "dh-group": { code: "DhGroupMismatch", reason: "DH group mismatch", severity: "Critical" },
  identity: { code: "PeerIdMismatch", reason: "Peer id mismatch", severity: "Critical" },
  subnets: {
    code: "TrafficSelectorMismatch",
    reason: "Traffic selector mismatch",
    severity: "Critical",
  },
  pfs: { code: "PfsMismatch", reason: "PFS mismatch", severity: "Critical" },
  encryption: {
    code: "EncryptionAlgorithmMismatch",
    reason: "Encryption algorithm mismatch",
    severity: "Critical",
  },
  "phase-2-silent": {
    code: "Phase2NegotiationTimeout",
    reason: "Phase2 negotiation timeout",
    severity: "Warn",
  },
  // No document has this code.
  "unheard-of": {
    code: "RekeyCollision",
    reason: "Both sides started a rekey at the same time",
    severity: "Warn",
  },
};

/** DiagnoseVpnConnections: single-tunnel connections are asked for by their ids, pairs by those of their tunnels. */
export function diagnoseVpnConnections(
  parameters: RequestParameters,
  { connections }: RegionContents,
  now: number,
): JsonObject {
  const connectionIds = numbered(parameters, "VpnConnectionIds");
  const tunnelIds = numbered(parameters, "TunnelIds");
  if (connectionIds.size + tunnelIds.size === 0) throw missingParameter("VpnConnectionIds");
  const facts = connections
    .filter((connection) => hasValue(parameters, "VpnGatewayId", connection))
    .flatMap((connection) => factsOf(connection, connectionIds, tunnelIds));
  const { items, envelope } = page(
    facts.map((one) => entryOf(one, Math.floor(now / 1000))),
    parameters,
  );
  // A bare array, where other calls wrap it.
  return { ...envelope, VpnConnections: items };
}

function factsOf(connection: unknown, connectionIds: Set<unknown>, tunnelIds: Set<unknown>) {
  const tunnels = tunnelsOf(connection);
  const ids =
    tunnels.length === 0
      ? [connectionIds.has(at(connection, "VpnConnectionId")) ? "" : null]
      : tunnels.map((tunnel) => at(tunnel, "TunnelId")).filter((id) => tunnelIds.has(id));
  return ids.flatMap((id) => (typeof id === "string" ? (tunnelFacts(connection, id) ?? []) : []));
}

function entryOf(facts: TunnelFacts, now: number): JsonObject {
  const cause = causeOf(facts);
  const { code, reason, severity } = found[cause];
  const line = cause === "up" ? undefined : logLines(facts, now - 180, now).at(-1);
  const mismatch = mismatchOf(cause, facts);
  return {
    VpnConnectionId: facts.connectionId,
    ...(facts.tunnelId === undefined ? {} : { TunnelId: facts.tunnelId }),
    FailedReasonCode: code,
    FailedReason: reason,
    Severity: severity,
    ...(severity === "Normal" ? {} : { FailedTime: (now - 20) * 1000 }),
    ...(mismatch === null
      ? {}
      : { MismatchLocalParam: mismatch[0], MismatchRemoteParam: mismatch[1] }),
    ...(line === undefined ? {} : { SourceLog: line }),
  };
}

/** The values of `Name.1`, `Name.2` and so on. */
function numbered(parameters: RequestParameters, name: string): Set<unknown> {
  const pattern = new RegExp(`^${name}\\.\\d+$`);
  return new Set([...parameters].filter(([key]) => pattern.test(key)).map(([, value]) => value));
}
