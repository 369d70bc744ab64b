import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands between a replica and the database. Cut, it takes what is sent and passes nothing on, as a network does that loses it. */
export async function startRelay(port: number) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((from) => {
    const to = connect(port, "127.0.0.1");
    for (const [socket, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("data", (chunk) => {
        if (!isCut) other.write(chunk);
      });
      socket.on("close", () => {
        sockets.delete(socket);
        if (!isCut) other.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    cut: () => void (isCut = true),
    /** What was lost stays lost: connections from before end. */
    mend: () => {
      isCut = false;
      for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
