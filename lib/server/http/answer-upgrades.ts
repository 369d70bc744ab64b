import "server-only";
import { onConnection } from "@/lib/server/http/open-connections";

/**
 * A request to speak another protocol is answered like any other: nothing here speaks one. Next would
 * take over the connection, out of reach of Node's time limits, and leave it open where the proxy
 * refuses.
 */
export function answerUpgrades(): void {
  onConnection((_socket, server) => server.removeAllListeners("upgrade"));
}
