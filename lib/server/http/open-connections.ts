import "server-only";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { Server, ServerResponse } from "node:http";
import { Socket } from "node:net";

type OpenConnection = { server: Server; running: Set<ServerResponse> };

export type OpenConnections = {
  sockets: ReadonlyMap<Socket, OpenConnection>;
  servers: ReadonlySet<Server>;
  /** From now on each answer whose head has not gone out asks its user to close the connection. */
  closeAfterAnswers: () => void;
  unwatch: () => void;
};

/**
 * The connections of this process's HTTP servers. Next makes the server and hands it to nobody, so
 * Node's own diagnostics tell of it.
 */
export function watchConnections(): OpenConnections {
  const sockets = new Map<Socket, OpenConnection>();
  const servers = new Set<Server>();
  let isLast = false;

  const unwatchSockets = onConnection((socket, server) => {
    servers.add(server);
    sockets.set(socket, { server, running: new Set() });
    socket.once("close", () => sockets.delete(socket));
  });
  const onRequest = (message: unknown) => {
    if (typeof message !== "object" || message === null) return;
    if (!("socket" in message) || !("response" in message)) return;
    const { socket, response } = message;
    if (!(socket instanceof Socket) || !(response instanceof ServerResponse)) return;
    const running = sockets.get(socket)?.running;
    running?.add(response);
    response.once("close", () => running?.delete(response));
    if (isLast) askToClose(response);
  };
  subscribe("http.server.request.start", onRequest);

  return {
    sockets,
    servers,
    closeAfterAnswers() {
      isLast = true;
      for (const { running } of sockets.values()) {
        for (const response of running) askToClose(response);
      }
    },
    unwatch() {
      unwatchSockets();
      unsubscribe("http.server.request.start", onRequest);
    },
  };
}

/** Calls for each new connection, before anything is read from it; what comes back ends that. */
export function onConnection(listener: (socket: Socket, server: Server) => void): () => void {
  const onSocket = (message: unknown) => {
    if (typeof message !== "object" || message === null || !("socket" in message)) return;
    const { socket } = message;
    if (!(socket instanceof Socket) || !("server" in socket)) return;
    if (socket.server instanceof Server) listener(socket, socket.server);
  };
  subscribe("net.server.socket", onSocket);
  return () => unsubscribe("net.server.socket", onSocket);
}

function askToClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader("Connection", "close");
}
