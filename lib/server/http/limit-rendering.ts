import "server-only";
import type { IncomingMessage, Server } from "node:http";
import { servedAs } from "@/lib/server/http/access-audit";
import { onConnection } from "@/lib/server/http/open-connections";
import { startRendering } from "@/lib/server/http/render-slots";
import { isApiPath } from "@/lib/vpn/hrefs";

const FILES = /^\/(_next\/.*|[^/]+\.(ico|png|svg|txt|webmanifest))$/;

/**
 * Requests for pages wait here for their turn, before Next does anything for them: a page whose reader
 * leaves meanwhile costs nothing. Data and files do not wait for pages.
 */
export function limitRendering(): void {
  const limited = new WeakSet<Server>();
  onConnection((_socket, server) => {
    if (limited.has(server)) return;
    limited.add(server);
    const handlers = server.listeners("request");
    server.removeAllListeners("request");
    server.on("request", (...message) => {
      void whenItsTurn(message[0], () => {
        for (const handle of handlers) Reflect.apply(handle, server, message);
      });
    });
  });
}

async function whenItsTurn({ url = "" }: IncomingMessage, handle: () => void): Promise<void> {
  if (!isPage(servedAs(url).pathname) || (await startRendering())) handle();
}

/** Whether it is rendered for whoever asks for it. */
function isPage(pathname: string): boolean {
  return !isApiPath(pathname) && !FILES.test(pathname);
}
