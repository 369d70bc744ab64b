import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { connectTo } from "@/lib/server/testing/account";
import { send } from "@/lib/server/vpc-api/client";

/** How the API answers a region, with room for every way in which a body can arrive. */
let answer: (regionId: string, response: ServerResponse) => void | Promise<void>;
let url = "";

const server = createServer((request, response) => void handle(request, response));

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parameters = new URLSearchParams(await text(request));
  await answer(parameters.get("RegionId") ?? "", response);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  connectTo({ url, accessKeyId: "LTAI-test", accessKeySecret: "hunter2" });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (regionId = "cn-hangzhou") =>
  send(url, "DescribeVpnConnections", { RegionId: regionId }, 10_000);
const BODY = JSON.stringify({ RequestId: "R-1", Name: "杭州", Text: "x".repeat(100_000) });
const answerWith = (encoding: string, body: Buffer | string) => {
  answer = (_regionId, response) => {
    response.writeHead(200, { "content-encoding": encoding }).end(body);
  };
};

const bodyOf = (regionId: string) => `${regionId}:`.repeat(20_000);

describe("a body on the wire", () => {
  it.each([
    ["gzip", gzipSync(BODY)],
    ["deflate", deflateSync(BODY)],
    ["GZIP", gzipSync(BODY)],
    ["identity", BODY],
  ])("that a proxy has sent as %s is what the API has said", async (encoding, bytes) => {
    answerWith(encoding, bytes);
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body.toString("utf8")).toBe(BODY);
  });

  it.each<[string, string, Buffer | string]>([
    ["cut in the middle", "gzip", gzipSync(BODY).subarray(0, 100)],
    ["not packed at all", "gzip", BODY],
    ["more than any answer, unpacked", "gzip", gzipSync(Buffer.alloc(10_000_001))],
    ["nothing", "gzip", ""],
  ])("that is said to be packed and is %s is empty", async (_is, encoding, bytes) => {
    answerWith(encoding, bytes);
    expect((await ask()).body).toHaveLength(0);
  });

  it("packed in a way that nobody asked for is left as it came", async () => {
    const bytes = brotliCompressSync(BODY);
    answerWith("br", bytes);
    expect((await ask()).body).toEqual(bytes);
  });

  it("that comes in pieces, in the middle of a character, is whole", async () => {
    const bytes = Buffer.from(BODY);
    const middle = bytes.indexOf("杭") + 1;
    answer = async (_regionId, response) => {
      response.write(bytes.subarray(0, middle));
      await new Promise<void>((resolve) => {
        setTimeout(resolve, 20);
      });
      response.end(bytes.subarray(middle));
    };
    expect((await ask()).body.toString("utf8")).toBe(BODY);
  });

  it.each<[string, Record<string, string>]>([
    ["of a known length", { "content-length": String(BODY.length + 1_000) }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("%s that is cut in the middle is no answer", async (_kind, headers) => {
    answer = (_regionId, response) => {
      response.writeHead(200, headers);
      response.write(BODY.slice(0, 50_000), () => response.destroy());
    };
    await expect(ask()).rejects.toMatchObject({ code: "unreachable", retryable: true });
  });

  it.each<[string, Record<string, string>]>([
    ["of a known length", { "content-length": "20000000" }],
    ["in chunks", {}],
  ])("%s that is too long is given up before its end", async (_kind, headers) => {
    answer = (_regionId, response) => {
      // Its end never comes.
      response.writeHead(200, headers).write("x".repeat(10_000_001));
    };
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer", httpStatus: 200 });
    answerWith("identity", BODY);
    expect((await ask()).body).toHaveLength(Buffer.byteLength(BODY));
  });

  it("of none is empty, with its status", async () => {
    answer = (_regionId, response) => void response.writeHead(204).end();
    const { status, body } = await ask();
    expect({ status, length: body.length }).toEqual({ status: 204, length: 0 });
  });

  it("is each call's own, of many at a time that end in another order", async () => {
    const waiting: (() => void)[] = [];
    answer = async (regionId, response) => {
      response.write(bodyOf(regionId).slice(0, 70_000));
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        // Nobody is finished before all have begun, and the last to begin is the first to end.
        if (waiting.length === 30) for (const finish of waiting.toReversed()) finish();
      });
      response.end(bodyOf(regionId).slice(70_000));
    };
    const regionIds = Array.from({ length: 30 }, (_, index) => `region-${index}`);
    for (let turn = 0; turn < 2; turn += 1) {
      waiting.length = 0;
      const bodies = await Promise.all(regionIds.map(async (id) => (await ask(id)).body));
      expect(bodies.map(String)).toEqual(regionIds.map(bodyOf));
    }
  });
});
