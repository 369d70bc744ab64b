import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { answerUpgrades } from "@/lib/server/http/answer-upgrades";

it.each(["websocket", "h2c", "anything"])(
  "a request to upgrade to %s is an ordinary one",
  async (to) => {
    answerUpgrades();
    const server = createServer((_request, response) => response.end("answered"));
    // As Next does it: the connection is taken, and nothing comes of it.
    server.on("upgrade", () => undefined);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    const socket = connect(port, "127.0.0.1");
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${to}\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
    server.close();
  },
);
