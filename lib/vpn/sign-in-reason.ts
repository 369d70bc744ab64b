/** Why a user is at the sign-in page, as its address says it. */
export const SIGN_IN_REASONS = [
  /** The name or the password is wrong. */
  "password",
  /** Too many attempts; `wait` says for how many seconds. */
  "wait",
  /** It took too long, or began in another browser. */
  "expired",
  /** The provider, or the user there, said no. */
  "denied",
  /** The provider cannot be reached, or is not what it should be. */
  "provider",
  /** What came back from the provider is not for us, or not from it. */
  "refused",
  /** Signed in, but without a role here. */
  "noRole",
  /** More roles than a session can hold. */
  "tooManyRoles",
  /** Signed out, here or at the provider too. */
  "signedOut",
  "leaving",
] as const;

export type SignInReason = (typeof SIGN_IN_REASONS)[number];
