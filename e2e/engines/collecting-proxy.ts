import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { COLLECTOR } from "@/e2e/engines/complaints";
import { freePort } from "@/e2e/app-server";

/**
 * Stands before the app and puts the collector into each page, under the page's own nonce: plain WebDriver
 * can run nothing before a page's scripts. All else passes as it is.
 */
export async function startCollectingProxy(app: string) {
  const port = await freePort();
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    const sent = request(app + asked.url, { method: asked.method, headers });
    sent.once("response", (reply) => void pass(reply, answer).catch(() => answer.destroy()));
    sent.once("error", () => answer.destroy());
    asked.pipe(sent);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, close };
}

async function pass(reply: IncomingMessage, answer: ServerResponse) {
  const { statusCode = 502, headers } = reply;
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  if (nonce === undefined || !headers["content-type"]?.startsWith("text/html")) {
    answer.writeHead(statusCode, headers);
    reply.pipe(answer);
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk);
  const html = Buffer.concat(chunks).toString();
  const { "content-length": _length, ...others } = headers;
  answer.writeHead(statusCode, others);
  answer.end(html.replace(/<head[^>]*>/, `$&<script nonce="${nonce}">${COLLECTOR}</script>`));
}
