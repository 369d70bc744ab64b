import { connect } from "node:net";
import { once } from "node:events";
import { startApp } from "@/e2e/app-server";
import { ask } from "@/e2e/raw-request";
import { expect, REGION } from "@/e2e/fixtures";
import { FILES, requestsIn, SETTINGS, test } from "@/e2e/large-account";
import { api, pages } from "@/lib/vpn/hrefs";

const MANY = 50;
const PAGE = pages.vpnConnections(REGION, { pageSize: 50 });
const PATH = pages.vpnConnections(REGION);

/** Asks for an address on a connection of its own, and closes it as soon as the request is on its way. */
async function askAndLeave(url: string, address: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  await new Promise((resolve) => {
    socket.write(`GET ${address} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n\r\n`, resolve);
  });
  socket.destroy();
  await once(socket, "close");
}

test("pages whose users have left are not rendered, and others come at once", async ({ app }) => {
  expect((await ask(app.url, PAGE)).status).toBe(200);
  await Promise.all(Array.from({ length: MANY }, () => askAndLeave(app.url, PAGE)));
  const answer = await ask(app.url, PAGE);
  expect(answer.status).toBe(200);
  expect(answer.body.includes("vco-")).toBe(true);
  await expect.poll(() => requestsIn(app.output(), PATH).length).toBe(MANY + 2);
  const lines = requestsIn(app.output(), PATH);
  const abandoned = lines.filter(({ outcome }) => outcome === "abandoned");
  expect(abandoned.length).toBeGreaterThan(MANY / 2);
  expect(abandoned.every(({ status, isWhole }) => status === 499 && isWhole === false)).toBe(true);
  expect(app.output().includes('"level":50')).toBe(false);
});

test("those who stay all get their page, with data and health in between", async ({ app }) => {
  const staying = Array.from({ length: 10 }, () => ask(app.url, PAGE));
  const leaving = Array.from({ length: 20 }, () => askAndLeave(app.url, PAGE));
  const others = ["/api/health", api.vpnConnections(REGION), "/icon.svg", FILES.csv].map(
    (address) => ask(app.url, address),
  );
  const answers = await Promise.all([...staying, ...others]);
  await Promise.all(leaving);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
});

test("what the router asks for, and HEAD, take turns with pages and free them", async ({ app }) => {
  const headers = { rsc: "1" };
  // Next adds to such an address what tells it from the page's.
  const { headers: led } = await ask(app.url, PAGE, { headers });
  const { pathname, search } = new URL(led.location ?? "", app.url);
  for (let turn = 0; turn < 5; turn += 1) {
    const [payload, head] = await Promise.all([
      ask(app.url, pathname + search, { headers }),
      ask(app.url, PAGE, { method: "HEAD" }),
    ]);
    expect([payload.status, head.status]).toEqual([200, 200]);
    expect(payload.headers["content-type"]).toContain("text/x-component");
  }
  expect((await ask(app.url, PAGE)).status).toBe(200);
});

test("pages that wait for the API keep nobody from being served", async ({ simulator }) => {
  // A server that knows no gateways yet, and does not come to know them.
  simulator.faults.add({ action: "DescribeVpnGateways", kind: "hang" });
  const app = await startApp(simulator, SETTINGS);
  expect((await ask(app.url, PATH)).status).toBe(200);
  // More than are rendered at a time.
  const hanging = Array.from({ length: 3 }, (_, index) =>
    ask(app.url, pages.vpnGateway(REGION, `vpn-hanging${index}`)),
  );
  const first = await Promise.race([ask(app.url, PATH), ...hanging]);
  expect(first.body.includes("vco-")).toBe(true);
  await Promise.all(hanging);
  await app.close();
});
