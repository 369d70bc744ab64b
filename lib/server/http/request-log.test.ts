import { createServer, request, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { beginWork, noteOutcome, requestContext } from "@/lib/server/runtime/request-context";
import { watchRequests } from "@/lib/server/http/request-log";
import { forgetAll } from "@/lib/server/testing/account";

let server: Server;
let port = 0;
let lines: string[] = [];
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  watchRequests();
  server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address !== null && typeof address === "object") ({ port } = address);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  globalThis.__tunnelboard = undefined;
});
beforeEach(() => {
  lines = forgetAll();
  answer = (response) => void response.end("done");
});

/** A request, which its sender gives up as soon as the answer has begun where it should. */
function send(path: string, { method = "GET", givesUp = false } = {}): Promise<void> {
  return new Promise((resolve) => {
    const sending = request({ host: "127.0.0.1", port, path, method }, (response) => {
      if (givesUp) sending.destroy();
      else response.resume();
    });
    sending.on("error", () => undefined);
    sending.on("close", resolve);
    sending.end();
  });
}

/** The lines, once there are so many. */
async function logged(count: number): Promise<unknown[]> {
  await vi.waitUntil(() => lines.length >= count);
  return lines.map((line): unknown => JSON.parse(line));
}

describe("the log of requests", () => {
  it("has a line for each, with its path but nothing that a user has typed", async () => {
    answer = (response) => void response.writeHead(404).end();
    await send("/api/regions/eu/vpn-connections?q=hunter2&tag=hunter2%3Fx", { method: "HEAD" });
    expect(await logged(1)).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: "request",
        method: "HEAD",
        path: "/api/regions/eu/vpn-connections",
        status: 404,
        durationMs: expect.any(Number),
        isWhole: true,
      },
    ]);
    expect(lines.join("")).not.toContain("hunter2");
  });

  it("cuts off what no path of ours is as long as", async () => {
    await send(`/${"x".repeat(5_000)}`);
    expect(await logged(1)).toMatchObject([{ path: `/${"x".repeat(199)}` }]);
  });

  it("leaves out Next's static files, and nothing else of the same name", async () => {
    await send("/_next/static/chunks/main.js");
    await send("/_next/static");
    await send("/go/_next/static/x");
    const paths = (await logged(2)).map((line) => JSON.stringify(line)).toSorted();
    expect(paths.join("\n")).not.toContain("main.js");
    expect(paths).toHaveLength(2);
  });

  it("tells of a user who has gone away before any work was done", async () => {
    const sending = request({ host: "127.0.0.1", port, path: "/overview" });
    sending.on("error", () => undefined);
    sending.end();
    answer = () => void sending.destroy();
    expect(await logged(1)).toMatchObject([
      { path: "/overview", status: 499, isWhole: false, outcome: "abandoned" },
    ]);
  });

  it("tells of a user who has gone away in the middle of it", async () => {
    const sending = request({ host: "127.0.0.1", port, path: "/overview" });
    sending.on("error", () => undefined);
    sending.end();
    answer = () => {
      beginWork();
      sending.destroy();
    };
    const [line] = await logged(1);
    expect(line).toMatchObject({ path: "/overview", status: 499, isWhole: false });
    expect(line).not.toHaveProperty("outcome");
  });

  it("tells of a user who has gone away that the answer was not whole", async () => {
    answer = (response) => void response.writeHead(200).write("begun");
    await send("/overview", { givesUp: true });
    expect(await logged(1)).toMatchObject([{ path: "/overview", isWhole: false }]);
  });
});

/** Answers as to somebody who has shown who they are. */
function answerAda(status: number, outcome?: string) {
  answer = (response) => {
    const context = requestContext();
    if (context !== undefined) context.user = { name: "ada", role: "viewer", by: "local" };
    if (outcome !== undefined) noteOutcome(outcome);
    response.writeHead(status).end();
  };
}
const audited = async (count: number) =>
  (await logged(count)).filter((line) => JSON.stringify(line).includes('"kind":"audit"'));

describe("the audit trail", () => {
  it("has who looked at what, from where, besides the line of the request", async () => {
    answerAda(200);
    await send("/regions/eu-central-1/vpn-connections/vco-1?q=hunter2&open=vco-2");
    expect(await logged(2)).toMatchObject([{ msg: "request", user: "ada" }, { msg: "audit" }]);
    expect(await audited(2)).toEqual([
      {
        level: 30,
        time: expect.any(Number),
        msg: "audit",
        kind: "audit",
        event: "view",
        user: "ada",
        role: "viewer",
        by: "local",
        address: "127.0.0.1",
        result: "ok",
        path: "/regions/eu-central-1/vpn-connections/vco-1",
        resources: { regionId: "eu-central-1", vpnConnectionId: "vco-1", open: ["vco-2"] },
      },
    ]);
    expect(lines.join("")).not.toContain("hunter2");
  });

  it.each([
    [200, "not_found", "not_found"],
    [404, undefined, "404"],
    [304, undefined, "ok"],
  ])("tells what came of it: status %i and %j is %s", async (status, outcome, result) => {
    answerAda(status, outcome);
    await send("/api/vpn-connections?format=csv");
    expect(await audited(2)).toMatchObject([{ event: "export", result }]);
  });

  it("tells of what was broken off", async () => {
    answer = (response) => {
      const context = requestContext();
      if (context !== undefined) context.user = { name: "ada", role: "viewer", by: "local" };
      response.writeHead(200).write("begun");
    };
    await send("/api/vpn-connections?format=csv", { givesUp: true });
    expect(await audited(2)).toMatchObject([{ event: "export", result: "broken off" }]);
  });

  it("has nothing of nobody, and of what strangers get too", async () => {
    answerAda(200);
    await send("/api/health");
    answer = (response) => void response.end();
    await send("/vpn-connections");
    expect(await audited(2)).toEqual([]);
    expect(lines).toHaveLength(2);
  });

  it.each([
    ["dots", "/_next/static/../../api/vpn-connections?format=csv", "export"],
    ["encoded dots", "/_next/static/%2e%2e/%2E%2E/vpn-connections", "view"],
    ["two slashes", "//api/vpn-connections", "view"],
    ["another method", "/vpn-connections", "view"],
    ["data", "/api/vpn-connections?pageSize=50", "data"],
  ])("cannot be got round by %s", async (_how, path, event) => {
    answerAda(200);
    await send(path, { method: path === "/vpn-connections" ? "POST" : "GET" });
    expect(await audited(2)).toMatchObject([{ event, user: "ada" }]);
  });
});
