import {
  createServer,
  type ClientRequest,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { limitRendering } from "@/lib/server/http/limit-rendering";
import { whileOthersRender } from "@/lib/server/http/render-slots";
import { watchRequests } from "@/lib/server/http/request-log";
import { forgetAll } from "@/lib/server/testing/account";

let server: Server;
let port = 0;
/** Requests that have reached the handler, which stands for Next, and have no answer yet. */
let handled: { path: string; response: ServerResponse }[] = [];

/** Pages that begin with "reads" wait for this, and then are on the list. */
let data: Promise<void>;
let giveData: () => void;
let read: string[] = [];

async function readAndEnd(path: string, response: ServerResponse): Promise<void> {
  await whileOthersRender(data);
  read.push(path);
  response.end();
}

beforeAll(async () => {
  watchRequests();
  limitRendering();
  server = createServer(({ url = "" }, response) => {
    handled.push({ path: url, response });
    if (url.startsWith("/reads")) void readAndEnd(url, response);
  });
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
  // No slot is free again because the machine is slow.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  forgetAll();
  server.closeAllConnections();
  handled = [];
  read = [];
  data = new Promise((resolve) => {
    giveData = resolve;
  });
});

afterEach(() => void vi.useRealTimers());

type Asking = { sent: ClientRequest; answer: Promise<number> };

function ask(path: string, method = "GET"): Asking {
  const sent = request({ host: "127.0.0.1", port, path, method, agent: false });
  const answer = new Promise<number>((resolve) => {
    sent.on("response", (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", () => resolve(0));
  });
  sent.end();
  return { sent, answer };
}

/** In real time: what waits for it with Vitest moves the clock on. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextTurn();
}

const paths = () => handled.map(({ path }) => path);
const reached = (...wanted: string[]) => until(() => wanted.every((one) => paths().includes(one)));
function finish(path: string): void {
  handled.find((one) => one.path === path)?.response.end("done");
}

/** Asks for pages one after another, so that they wait in this order. */
async function askInTurn(...wanted: string[]): Promise<Asking[]> {
  const all: Asking[] = [];
  for (const path of wanted) {
    all.push(ask(path));
    // Whatever does not wait for pages is there after those that do.
    ask(`/api/after${path}`);
    await reached(`/api/after${path}`);
  }
  return all;
}
const pagesHandled = () => paths().filter((path) => !path.startsWith("/api"));

/** Long enough for whatever does not wait. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await nextTurn();
}

describe("pages", () => {
  it("are rendered one at a time, in the order of asking", async () => {
    await askInTurn("/a", "/b", "/c");
    expect(pagesHandled()).toEqual(["/a"]);
    finish("/a");
    await reached("/b");
    expect(pagesHandled()).toEqual(["/a", "/b"]);
    finish("/b");
    await reached("/c");
  });

  it("do not reach Next when their readers have left", async () => {
    const all = await askInTurn("/a", "/b", "/c", "/d");
    for (const { sent } of all.slice(1, -1)) sent.destroy();
    finish("/a");
    await reached("/d");
    expect(pagesHandled()).toEqual(["/a", "/d"]);
  });

  it("make room when their readers leave in the middle", async () => {
    const [first] = await askInTurn("/a", "/b");
    first?.sent.destroy();
    await reached("/b");
    expect(pagesHandled()).toEqual(["/a", "/b"]);
  });

  it("make room once their first HTML is sent, however slowly the rest is taken", async () => {
    await askInTurn("/a", "/b");
    handled[0]?.response.write("<html>");
    vi.advanceTimersByTime(20);
    await reached("/b");
    expect(handled[0]?.response.writableEnded).toBe(false);
  });

  it("make room after a second, whatever has become of them", async () => {
    await askInTurn("/a", "/b");
    vi.advanceTimersByTime(999);
    await turns();
    expect(pagesHandled()).toEqual(["/a"]);
    vi.advanceTimersByTime(40);
    await reached("/b");
  });

  it("keep neither data, nor health, nor files waiting", async () => {
    await askInTurn("/a", "/b");
    const others = ["/api/health", "/_next/static/chunks/x.js", "/icon.svg", "/robots.txt"];
    for (const path of others) ask(path);
    await reached(...others);
    expect(pagesHandled()).not.toContain("/b");
  });

  it("wait by any method and spelling", async () => {
    await askInTurn("/a");
    ask("/api/../c");
    ask("/d", "HEAD");
    ask("/api/last");
    await reached("/api/last");
    expect(pagesHandled()).toEqual(["/a"]);
  });
});

describe("a page that waits for data", () => {
  it("lets others be rendered, and goes on when one of them is done", async () => {
    await askInTurn("/reads-a", "/b", "/c");
    expect(pagesHandled()).toEqual(["/reads-a", "/b"]);
    giveData();
    await turns();
    expect(read).toEqual([]);
    // The next slot is for whoever has waited longest.
    finish("/b");
    await reached("/c");
    finish("/c");
    await until(() => read.length === 1);
  });

  it("is never finished once its reader has left", async () => {
    const [left] = await askInTurn("/reads-a", "/reads-b", "/c");
    left?.sent.destroy();
    await left?.answer;
    giveData();
    finish("/c");
    await until(() => read.length === 1);
    await turns();
    expect(read).toEqual(["/reads-b"]);
  });

  it("keeps its slot where the data is there", async () => {
    giveData();
    await askInTurn("/reads-a", "/reads-b", "/c", "/d");
    await until(() => read.length === 2);
    await reached("/c");
    expect(pagesHandled()).toEqual(["/reads-a", "/reads-b", "/c"]);
  });
});
