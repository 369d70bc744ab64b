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
  | "unknownTunnel"
  | "unknownVpnGateway"
  | "unknownCustomerGateway";

/** The request itself is wrong: which parameter, and how. The value is not repeated. */
export class ParameterError extends Error {
  override name = "ParameterError" as const;
  constructor(
    readonly parameter: string,
    readonly reason: ParameterReason,
    /** What is allowed, where this address takes something else than others do: a key of `allowed`. */
    readonly rule: string = parameter,
  ) {
    super(`${parameter}: ${reason}`);
  }
}
