import "server-only";
import { onConnection } from "@/lib/server/http/open-connections";

/**
 * How long a sender may take; Node looks every 30 seconds. Bodies are forms of a few hundred bytes.
 * Idle connections are kept longer than nginx and load balancers keep theirs (60 seconds), so that
 * it is never us who close one that they are about to use.
 */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 75_000 };

export function endSlowRequests(limits: Partial<typeof LIMITS> = {}): void {
  onConnection((_socket, server) => {
    Object.assign(server, LIMITS, limits);
  });
}
