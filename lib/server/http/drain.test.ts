import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type Server } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { drain } from "@/lib/server/http/drain";
import { type OpenConnections, watchConnections } from "@/lib/server/http/open-connections";

/** Far above what a request takes here, and far below a test's timeout. */
const LIMITS = { quietMs: 300, limitMs: 20_000 };

let server: Server;
let port = 0;
let agent: Agent;
let connections: OpenConnections;
let release: (() => void)[] = [];

/** Answers at once, but for what waits until it is let go. */
beforeEach(async () => {
  release = [];
  connections = watchConnections();
  agent = new Agent({ keepAlive: true, maxSockets: 1 });
  server = createServer((request, response) => {
    if (request.url === "/begun") response.write("begun ");
    if (request.url === "/at-once") response.end("whole");
    else release.push(() => response.end("whole"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address !== null && typeof address === "object") ({ port } = address);
});
afterEach(() => {
  connections.unwatch();
  agent.destroy();
  server.close();
  server.closeAllConnections();
});

async function ask(path: string): Promise<{ text: string; connection: string | undefined }> {
  const sending = get({ host: "127.0.0.1", port, path, agent });
  const response: IncomingMessage = await new Promise((resolve, reject) => {
    sending.on("response", resolve).on("error", reject);
  });
  const chunks: string[] = [];
  for await (const chunk of response) chunks.push(String(chunk));
  return { text: chunks.join(""), connection: response.headers.connection };
}

const running = (count: number) => expect.poll(() => release.length).toBe(count);
const letGo = () => release.forEach((answer) => answer());

async function preconnect(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  return socket;
}

it("answers what runs, and asks to close the connection", async () => {
  const answer = ask("/slow");
  await running(1);
  const drained = drain(connections, LIMITS);
  await sleep(2 * LIMITS.quietMs);
  letGo();
  expect(await answer).toEqual({ text: "whole", connection: "close" });
  expect(await drained).toBe(true);
});

it("answers what comes on a connection that was idle", async () => {
  expect(await ask("/at-once")).toEqual({ text: "whole", connection: "keep-alive" });
  const drained = drain(connections, LIMITS);
  expect(await ask("/at-once")).toEqual({ text: "whole", connection: "close" });
  expect(await drained).toBe(true);
});

it("takes new connections for a while, then none, and closes what never asks", async () => {
  const silent = await preconnect();
  await expect.poll(() => connections.sockets.size).toBe(1);
  const drained = drain(connections, LIMITS);
  const late = ask("/slow");
  await running(1);
  await expect.poll(() => server.listening).toBe(false);
  letGo();
  expect((await late).text).toBe("whole");
  expect(await drained).toBe(true);
  await expect.poll(() => silent.readyState).not.toBe("open");
  await expect(ask("/at-once")).rejects.toThrow("ECONNREFUSED");
});

it("closes a connection whose answer had begun before, once it is quiet", async () => {
  const answer = ask("/begun");
  await running(1);
  const drained = drain(connections, LIMITS);
  letGo();
  expect(await answer).toEqual({ text: "begun whole", connection: "keep-alive" });
  expect(await drained).toBe(true);
});

it("tells when something took longer than the limit", async () => {
  const answer = ask("/slow").catch(String);
  await running(1);
  expect(await drain(connections, { quietMs: 20, limitMs: 200 })).toBe(false);
  server.closeAllConnections();
  expect(await answer).toContain("socket hang up");
});
