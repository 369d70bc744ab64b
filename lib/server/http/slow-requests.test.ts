import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { endSlowRequests } from "@/lib/server/http/slow-requests";

it("ends a connection whose request does not arrive, from the first connection on", async () => {
  endSlowRequests({ headersTimeout: 50, requestTimeout: 100 });
  const server = createServer({ connectionsCheckingInterval: 20 }, (_request, response) =>
    response.end(),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: slow");
  const chunks: string[] = [];
  socket.on("data", (chunk) => chunks.push(String(chunk)));
  await once(socket, "close");
  expect(chunks.join("")).toMatch(/^HTTP\/1\.1 408 /);
  expect(server.keepAliveTimeout).toBe(75_000);
  server.close();
});
