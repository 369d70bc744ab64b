import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

/** Node alone with the same bytes: the fastest that any server on this runtime can be. */
const folder = process.argv[2];
const bodies = new Map(
  readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name))]),
);
const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };

const server = createServer((request, response) => {
  const body = bodies.get(request.url);
  if (body === undefined) response.writeHead(404).end();
  else response.writeHead(200, { ...headers, "Content-Length": body.length }).end(body);
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
