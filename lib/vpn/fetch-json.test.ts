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
      signal,
      headers: { accept: "application/json" },
    });
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
