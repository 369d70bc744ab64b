import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchJson, ProblemError } from "@/lib/vpn/fetch-json";

const { signal } = new AbortController();

function answerWith(body: string, type: string, status: number) {
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(body, { status, headers: { "content-type": type } }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const sentHeaders = (fetch: ReturnType<typeof answerWith>) =>
  Object.fromEntries(new Headers(fetch.mock.lastCall?.[1]?.headers));

const failureOf = (read: Promise<unknown>): Promise<unknown> =>
  read.then(
    () => "no failure",
    (error: unknown) => error,
  );

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("reading one of our routes", () => {
  it.each(["application/json", "application/json; charset=utf-8"])("gives %s", async (type) => {
    const fetch = answerWith('{"rows":[1]}', type, 200);
    expect(await fetchJson("/api/x", signal)).toEqual({ rows: [1] });
    expect(fetch).toHaveBeenCalledWith("/api/x", {
      signal: expect.any(AbortSignal),
      headers: expect.any(Headers),
    });
    expect(sentHeaders(fetch)).toEqual({ accept: "application/json" });
  });

  it("throws a problem reply as the problem it is", async () => {
    const problem = {
      type: "urn:x",
      title: "The quota is used up",
      status: 503,
      detail: "Later.",
      code: "throttled",
      retryAfter: 30,
    };
    answerWith(JSON.stringify(problem), "application/problem+json", 503);
    const error = await failureOf(fetchJson("/api/x", signal));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ problem, message: problem.title, name: "ProblemError" });
  });

  it.each([
    ["a proxy's HTML for an error", "<html>Bad gateway", "text/html", 502],
    ["a sign-in page in place of data", "<html>Sign in", "text/html", 200],
    ["JSON of somebody else's under an error", '{"error":1}', "application/json", 500],
    ["an answer without a type", "", "", 200],
  ])("throws another error for %s", async (_case, body, type, status) => {
    answerWith(body, type, status);
    const error = await failureOf(fetchJson("/api/x", signal));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(ProblemError);
    expect(String(error)).toContain(String(status));
  });

  it("throws what fetch throws when there is no network", async () => {
    const failure = new TypeError("fetch failed");
    vi.stubGlobal("fetch", () => Promise.reject(failure));
    expect(await failureOf(fetchJson("/api/x", signal))).toBe(failure);
  });
});

const stillSo = (headers: Record<string, string>) => {
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(null, { status: 304, headers }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
};

describe("reading a route again", () => {
  const answer = {
    rows: [1],
    fetchedAt: 100,
    regions: [
      { regionId: "a", state: "ready", fetchedAt: 150 },
      { regionId: "b", state: "ready", fetchedAt: 100 },
      { regionId: "c", state: "stale", fetchedAt: 50 },
      { regionId: "d", state: "loading", fetchedAt: null },
    ],
  };
  const answerOnce = (href: string) => {
    const headers = { "content-type": "application/json", etag: 'W/"1"' };
    vi.stubGlobal("fetch", async () => new Response(JSON.stringify(answer), { headers }));
    return fetchJson(href, signal);
  };
  it("asks only for what is new, and takes the time at which it was read again", async () => {
    await answerOnce("/api/again");
    const fetch = stillSo({ "x-fetched-at": "120" });
    expect(await fetchJson("/api/again", signal)).toEqual({
      ...answer,
      fetchedAt: 120,
      regions: [
        { regionId: "a", state: "ready", fetchedAt: 150 },
        { regionId: "b", state: "ready", fetchedAt: 120 },
        { regionId: "c", state: "stale", fetchedAt: 50 },
        { regionId: "d", state: "loading", fetchedAt: null },
      ],
    });
    expect(sentHeaders(fetch)).toMatchObject({ "if-none-match": 'W/"1"' });
  });

  it("keeps the time it knows where none is told", async () => {
    await answerOnce("/api/again");
    stillSo({});
    expect(await fetchJson("/api/again", signal)).toEqual(answer);
  });

  it("does not ask so at another address", async () => {
    await answerOnce("/api/again");
    const fetch = answerWith("{}", "application/json", 200);
    await fetchJson("/api/other", signal);
    expect(sentHeaders(fetch)).toEqual({ accept: "application/json" });
  });
});
