import "server-only";
import { Server as NetServer, type Socket } from "node:net";
import { setImmediate as afterPolling, setTimeout as sleep } from "node:timers/promises";
import { onConnection, type OpenConnections } from "@/lib/server/http/open-connections";

/** So long nobody may have come, and so short a look at the sockets must be, for the queue to be empty. */
const CALM_MS = 20;
const LOOK_MS = 0.5;
/** A server that does not calm down closes all the same. */
const CALM_TIMEOUT_MS = 5_000;

/**
 * Closes the listening sockets while nobody waits in their queues: the kernel resets whoever does,
 * with the request already sent. Who comes meanwhile is taken but not read until it is done, so that
 * users who come back at once after each answer do not keep the queue filled.
 */
export async function stopListening({ servers }: OpenConnections): Promise<void> {
  const held: Socket[] = [];
  let lastCameAt = performance.now();
  const stopHolding = onConnection((socket) => {
    lastCameAt = performance.now();
    held.push(socket);
    // Sooner it would be undone: Node has just scheduled the first read.
    process.nextTick(() => socket.pause());
  });
  await calm(() => lastCameAt);
  // Not `server.close()`, which also closes every connection that is idle at this instant.
  for (const server of servers) {
    if (server.listening) NetServer.prototype.close.call(server);
  }
  stopHolding();
  for (const socket of held) socket.resume();
}

/** Comes back right after a look at the sockets that found nobody new and was over at once. */
async function calm(lastCameAt: () => number): Promise<void> {
  const giveUpAt = performance.now() + CALM_TIMEOUT_MS;
  for (;;) {
    await sleep(1);
    const before = performance.now();
    await afterPolling();
    const now = performance.now();
    if (now - before < LOOK_MS && now - lastCameAt() > CALM_MS) return;
    if (now > giveUpAt) return;
  }
}
