import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fault } from "./faults";
import { call, signedParameters } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { drip, padded } from "./streaming";
import { at } from "./wire-value";

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ connections: 4, regions: 1 });
});
afterEach(() => simulator.close());

const parameters = { RegionId: "cn-hangzhou" };
const list = () => call(simulator, "DescribeVpnConnections", parameters);
const never = 2 ** 31 - 1;

/** The answer as it begins to come, for a reader who may leave. */
function open(): Promise<IncomingMessage> {
  const asked = { ...parameters, Action: "DescribeVpnConnections" };
  const query = signedParameters("GET", simulator, asked);
  return new Promise((resolve, reject) => {
    get(`${simulator.url}/?${query.toString()}`, resolve).once("error", reject);
  });
}

describe("an answer that drips", () => {
  it("is the true one in the end", async () => {
    const { body: truth } = await list();
    simulator.faults.add({ kind: "drip", ms: 0, bytes: 500 });
    const { status, headers, text, body } = await list();
    expect(status).toBe(200);
    expect(Number(headers.get("content-length"))).toBe(Buffer.byteLength(text));
    expect(at(body, "VpnConnections")).toEqual(at(truth, "VpnConnections"));
    expect(simulator.requests.at(-1)?.answer).toBe("drip");
  });

  it("comes so many bytes at a time", async () => {
    const pieces: string[] = [];
    const { signal } = new AbortController();
    for await (const piece of drip(Buffer.from("abcdefgh"), { ms: 0, bytes: 3 }, signal)) {
      pieces.push(piece.toString());
    }
    expect(pieces).toEqual(["abc", "def", "gh"]);
  });

  it("begins at once, and ends with a reader who leaves", async () => {
    simulator.faults.add({ kind: "drip", ms: never, bytes: 5, times: 1 });
    const reading = await open();
    const [first] = await once(reading, "data");
    expect(String(first)).toBe('{"Req');
    reading.destroy();
    expect((await list()).status).toBe(200);
  });

  it("waits no longer once it is told so", async () => {
    const leaving = new AbortController();
    const pieces = drip(Buffer.from("abc"), { ms: never, bytes: 1 }, leaving.signal);
    expect((await pieces.next()).value?.toString()).toBe("a");
    const next = pieces.next();
    leaving.abort();
    await expect(next).rejects.toThrow("aborted");
  });
});

describe("a big body", () => {
  it.each([false, true])("is the true answer made long (its length told: %j)", async (told) => {
    const { body: truth } = await list();
    const bytes = 300_000;
    simulator.faults.add({ kind: "big-body", bytes, contentLength: told });
    const { status, headers, text, body } = await list();
    expect([status, Buffer.byteLength(text)]).toEqual([200, bytes]);
    expect(headers.get("content-length")).toBe(told ? `${bytes}` : null);
    expect(at(body, "VpnConnections")).toEqual(at(truth, "VpnConnections"));
    expect(simulator.requests.at(-1)?.answer).toBe("big-body");
  });

  it("is no shorter than the answer, and JSON where XML was asked for", async () => {
    simulator.faults.add({ kind: "big-body", bytes: 1, contentLength: true });
    const asked = { ...parameters, Format: "XML" };
    const { body, text, headers } = await call(simulator, "DescribeVpnConnections", asked);
    expect(at(body, "Junk")).toBe("");
    expect(headers.get("content-length")).toBe(`${Buffer.byteLength(text)}`);
  });

  it.each<Fault>([
    { kind: "big-body", bytes: never, times: 1 },
    { kind: "big-body", bytes: never, contentLength: true, times: 1 },
  ])("of two gigabytes is not made for a reader who leaves: %j", async (fault) => {
    simulator.faults.add(fault);
    const reading = await open();
    await once(reading, "data");
    reading.destroy();
    expect((await list()).status).toBe(200);
  });

  it("is made piece by piece", () => {
    const { length, pieces } = padded(Buffer.from('{"a":1}'), 200_000);
    const made = [...pieces()];
    expect(length).toBe(200_000);
    expect(Buffer.concat(made)).toHaveLength(200_000);
    expect(Math.max(...made.map((piece) => piece.length))).toBe(64 * 1024);
  });
});
