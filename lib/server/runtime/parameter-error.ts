import "server-only";

export type ParameterReason =
  | "unknown"
  | "repeated"
  | "tooMany"
  | "malformed"
  | "outOfRange"
  | "unknownRegion"
  | "unknownPath"
  | "unknownVpnConnection"
  | "unknownToAllRegions"
  | "unknownTunnel"
  | "unknownVpnGateway"
  | "unknownCustomerGateway";

/** The request itself is wrong: which parameter, how, and what it may be. The value is not repeated. */
export class ParameterError extends Error {
  override name = "ParameterError" as const;
  constructor(
    readonly parameter: string,
    readonly reason: ParameterReason,
    readonly rule = parameter,
  ) {
    super(`${parameter}: ${reason}`);
  }
}
