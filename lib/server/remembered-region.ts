import "server-only";

/** Which region the reader looked at last, so that `/` leads back to it. */
export const REGION_COOKIE = "tunnelboard-region";

const REGION_IN_PATH = /^\/regions\/([a-z0-9-]{1,64})\//;

export function regionOfPath(pathname: string): string | null {
  return REGION_IN_PATH.exec(pathname)?.[1] ?? null;
}
