import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectTo } from "@/lib/server/testing/account";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { send, type WireParameters } from "@/lib/server/vpc-api/client";
import { describeVpnConnectionLogs, type LogsOf } from "@/lib/server/vpc-api/connection-logs";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import { presenceOf } from "@/lib/server/vpc-api/secret-fingerprints";

vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));
vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));

const to = Date.UTC(2026, 0, 1, 12, 0, 0);
const ASKED: LogsOf = {
  regionId: "eu-central-1",
  vpnConnectionId: "vco-1",
  tunnelId: null,
  window: { from: to - 600_000, to },
};

let calls: WireParameters[] = [];

beforeEach(() => {
  calls = [];
  connectTo({
    url: "http://127.0.0.1:1",
    accessKeyId: "LTAI5server",
    accessKeySecret: "server-secret-9",
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (more: Partial<LogsOf> = {}) => describeVpnConnectionLogs({ ...ASKED, ...more });

/** Each page by its number. */
function answerWith(page: (number: number) => unknown): void {
  vi.mocked(send).mockImplementation(async (_endpoint, _action, parameters) => {
    calls.push(parameters);
    return wireResponse(page(Number(parameters["PageNumber"])));
  });
}

const pageOf = (Logs: unknown, more: object = {}) => ({
  RequestId: "R-1",
  Count: Array.isArray(Logs) ? Logs.length : 0,
  IsCompleted: true,
  Data: { Logs },
  ...more,
});
const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `line ${from + index}`);
/** So many lines, as Alibaba pages them. */
const paged = (total: number) => (number: number) =>
  pageOf(numbered((number - 1) * 50 + 1, Math.max(0, Math.min(50, total - (number - 1) * 50))));

describe("the lines of a tunnel", () => {
  it("are asked for in seconds, of one tunnel where there is a pair", async () => {
    answerWith(paged(3));
    await ask();
    await ask({ tunnelId: "tun-1" });
    const asked = {
      RegionId: "eu-central-1",
      VpnConnectionId: "vco-1",
      From: to / 1000 - 600,
      To: to / 1000,
      PageNumber: 1,
      PageSize: 50,
    };
    expect(calls).toEqual([asked, { ...asked, TunnelId: "tun-1" }]);
  });

  it.each([0, 1, 49, 50, 51, 100, 120, 401, 5_000])(
    "are all read where there are %d",
    async (total) => {
      answerWith(paged(total));
      const { lines, isComplete, failure } = await ask();
      expect(lines.map(({ text }) => text)).toEqual(numbered(1, total));
      expect({ isComplete, failure }).toEqual({ isComplete: true, failure: null });
    },
  );

  it("end where there are too many, which is said", async () => {
    answerWith(paged(20_000));
    const { lines, isComplete } = await ask();
    expect(lines).toHaveLength(6_000);
    expect(isComplete).toBe(false);
    expect(calls).toHaveLength(120);
  });

  it("come once from an API that knows no pages", async () => {
    answerWith(() => pageOf(numbered(1, 5_000)));
    expect((await ask()).lines).toHaveLength(5_000);
  });

  it("that come again on each page are shown once, and said not to be all", async () => {
    answerWith(() => pageOf(numbered(1, 50)));
    expect(await ask()).toMatchObject({ isComplete: false, lines: { length: 50 } });
    answerWith((number) => pageOf(number === 1 ? numbered(1, 50) : numbered(51, 50)));
    expect(await ask()).toMatchObject({ isComplete: false, lines: { length: 100 } });
  });

  it("come in smaller pages where the API gives no larger ones", async () => {
    answerWith((number) => pageOf(numbered(number, number < 4 ? 20 : 2), { PageSize: 20 }));
    expect((await ask()).lines).toHaveLength(62);
  });

  it("stay where a later page fails, with the reason", async () => {
    answerWith((number) => {
      if (number === 3) throw new VpcApiError("access_denied");
      return paged(500)(number);
    });
    const { lines, isComplete, failure } = await ask();
    expect(lines).toHaveLength(100);
    expect(isComplete).toBe(false);
    expect(failure?.code).toBe("access_denied");
  });

  it("have eight seconds in all, which no call may exceed and no throttling outlast", async () => {
    answerWith(paged(120));
    vi.mocked(send).mockClear();
    await ask();
    const limits = vi.mocked(send).mock.calls.map(([, , , timeoutMs]) => timeoutMs);
    expect(limits).toHaveLength(4);
    expect(limits.every((timeoutMs) => timeoutMs > 0 && timeoutMs <= 8_000)).toBe(true);
    const throttled = new VpcApiError("throttled", { retryable: true, retryAfterMs: 9_000 });
    vi.mocked(send).mockRejectedValue(throttled);
    await expect(ask()).rejects.toMatchObject({ code: "throttled" });
    await expect(ask()).rejects.toMatchObject({ code: "throttled" });
  });

  it("fail with the first page", async () => {
    vi.mocked(send).mockRejectedValue(new VpcApiError("access_denied"));
    await expect(ask()).rejects.toMatchObject({ code: "access_denied" });
  });

  it("have a time, a meaning and a severity", async () => {
    answerWith(() =>
      pageOf(["2026-01-01 19:55:00 vco-1 [PROTO_ERR]: x(): HASH mismatched", "hello"]),
    );
    expect((await ask()).lines).toEqual([
      {
        at: Date.UTC(2026, 0, 1, 11, 55, 0),
        text: "2026-01-01 19:55:00 vco-1 [PROTO_ERR]: x(): HASH mismatched",
        meaning: "key",
        severity: "error",
      },
      { at: null, text: "hello", meaning: null, severity: null },
    ]);
  });
});

/** The lines, and whether they are all. */
const texts = async () => {
  const { lines, isComplete } = await ask();
  return [lines.map(({ text }) => text), isComplete];
};

describe("strange answers", () => {
  it.each([
    [
      "numbers and words as text",
      pageOf(["a"], { Count: "1", IsCompleted: "true" }),
      [["a"], true],
    ],
    ["not complete", pageOf(["a"], { IsCompleted: false }), [["a"], false]],
    ["not complete and empty", pageOf([], { IsCompleted: "false" }), [[], false]],
    ["nothing on completeness", { Data: { Logs: ["a"] } }, [["a"], true]],
    ["no Data", { Count: 0, IsCompleted: true }, [[], true]],
    ["null for Data", { Count: 0, Data: null }, [[], true]],
    ["an empty text for Data", { IsCompleted: true, Data: "" }, [[], true]],
    ["nothing at all", {}, [[], true]],
    ["nothing but an id", { RequestId: "R-1" }, [[], true]],
    ["an empty object for Data", { Data: {} }, [[], true]],
    ["an empty object for Logs", pageOf({}), [[], true]],
    ["Logs in a wrapper", pageOf({ Log: ["a", "b"] }), [["a", "b"], true]],
    ["one line for a list", pageOf("a"), [["a"], true]],
    ["the list alone", { Data: ["a", "b"] }, [["a", "b"], true]],
    ["JSON in a text", { Data: '{"Logs":["a"]}' }, [["a"], true]],
    ["numbers for lines", pageOf([7, "a"]), [["7", "a"], true]],
    ["lines that are none", pageOf(["a", null, { x: 1 }, "b"]), [["a", "b"], false]],
  ])("%s", async (_name, body, wanted) => {
    answerWith(() => body);
    expect(await texts()).toEqual(wanted);
  });

  it.each([
    ["a number for a page", 7],
    ["rubbish for Data", { Data: 7 }],
    ["lines that are counted and not sent", { Count: 7, IsCompleted: true }],
  ])("%s is no answer", async (_name, body) => {
    answerWith(() => body);
    await expect(ask()).rejects.toMatchObject({ code: "bad_answer" });
  });
});

describe("secrets in lines", () => {
  it("are struck out: the server's, the connection's, and what looks like one", async () => {
    const psk = "Zk7-never/show";
    answerWith(() =>
      pageOf([
        "called by LTAI5server with server-secret-9",
        `loaded shared key ${psk} for 10.0.0.1`,
        `psk="${psk}"`,
        `using '${psk}', for vco-1`,
        `key:${psk}.`,
        "psk=another",
        "peer sent ab1,(c]d; and onlyLowercase(but-long) to averylongkeyofletters.",
      ]),
    );
    [psk, "ab1,(c]d;", "averylongkeyofletters", "******"].forEach(presenceOf);
    const { lines } = await ask();
    expect(lines.map(({ text }) => text)).toEqual([
      "called by [secret] with [secret]",
      "loaded shared key [secret] for 10.0.0.1",
      "psk=[secret]",
      "using '[secret]', for vco-1",
      "key:[secret].",
      "psk=[secret]",
      "peer sent [secret] and onlyLowercase(but-long) to [secret].",
    ]);
  });

  it("that are words, ids or addresses are not told by striking them out", async () => {
    const line = "established vco-bp1abcdefgh between 203.0.113.10 and initiating";
    answerWith(() => pageOf([line]));
    ["vco-bp1abcdefgh", "203.0.113.10", "initiating", "established"].forEach(presenceOf);
    const { lines } = await ask();
    expect(lines[0]?.text).toBe(line);
  });

  it("cannot hide behind control characters", async () => {
    answerWith(() => pageOf(["ps\u200bk=hunter2hunter2", "a\r\npsk=hunter2hunter2\u001b[2K"]));
    presenceOf("hunter2hunter2");
    const { lines } = await ask();
    expect(JSON.stringify(lines)).not.toContain("hunter2");
  });
});
