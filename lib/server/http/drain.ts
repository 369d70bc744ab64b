import "server-only";
import type { Socket } from "node:net";
import { setImmediate as afterPolling, setTimeout as sleep } from "node:timers/promises";
import type { OpenConnections } from "@/lib/server/http/open-connections";
import { stopListening } from "@/lib/server/http/stop-listening";

export type DrainLimits = {
  /** How long new connections are taken, and how long a connection must be quiet to be closed. */
  quietMs: number;
  /** After this, what still runs is cut off. */
  limitMs: number;
};

const LOOK_EVERY_MS = 50;

/** When a connection was last seen to do something. */
type Activity = WeakMap<Socket, { bytesRead: number; at: number }>;

/**
 * Ends all connections without losing a request: each answer asks its user to close, and what is
 * quiet is closed only after a while, since a request may be on its way. Tells whether all were answered.
 */
export async function drain(
  connections: OpenConnections,
  { quietMs, limitMs }: DrainLimits,
): Promise<boolean> {
  const startedAt = performance.now();
  const activity: Activity = new WeakMap();
  let isListening = true;
  connections.closeAfterAnswers();

  for (let now = startedAt; now - startedAt < limitMs; now = performance.now()) {
    if (isListening && now - startedAt >= quietMs) {
      await stopListening(connections);
      isListening = false;
    }
    closeQuiet(connections, activity, now, quietMs);
    if (!isListening && connections.sockets.size === 0) return true;
    await sleep(Math.min(LOOK_EVERY_MS, quietMs));
    // What has arrived meanwhile is read first: a socket with unread bytes would be reset.
    await afterPolling();
  }
  return [...connections.sockets.values()].every(({ running }) => running.size === 0);
}

function closeQuiet(
  { sockets }: OpenConnections,
  activity: Activity,
  now: number,
  quietMs: number,
): void {
  for (const [socket, { running }] of sockets) {
    const last = activity.get(socket);
    const { bytesRead } = socket;
    if (running.size > 0 || last?.bytesRead !== bytesRead) {
      activity.set(socket, { bytesRead, at: now });
    } else if (now - last.at >= quietMs) {
      socket.destroy();
    }
  }
}
