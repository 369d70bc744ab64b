import "server-only";

export type AccessReason =
  /** It came before the server was ready to see from where, and to write it down. */
  | "starting"
  /** Nobody has signed in here, or no longer. */
  | "signInRequired"
  /** Signed in, but with no role in this application. */
  | "noRole"
  /** Sign-in is not configured, so only this machine is served, under its own names. */
  | "wrongHost"
  | "notLoopback"
  | "forwarded"
  /** Only the proxy that signs people in may ask. */
  | "untrustedProxy"
  | "noUser"
  | "wrongPassword"
  | "tooManyAttempts"
  /** Another token than that of the metrics. */
  | "wrongToken"
  /** For who sees the whole account only. */
  | "limited"
  /** A form that does not come from a page of ours. */
  | "foreignOrigin";

/** The user may not, and why; where waiting helps, how long. */
export class AccessError extends Error {
  override name = "AccessError" as const;
  constructor(
    readonly reason: AccessReason,
    readonly retryAfterMs: number | null = null,
    /** Who it is, where that is known. */
    readonly user: string | null = null,
  ) {
    super(reason);
  }
}

/** By name: the class is another one in each of Next's bundles. */
export function isAccessError(error: unknown): error is AccessError {
  return error instanceof Error && error.name === "AccessError";
}
