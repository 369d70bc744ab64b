import { expect } from "playwright/test";
import en from "@/lib/i18n/messages/en.json" with { type: "json" };
import { type Problem, UPSTREAM_CODES } from "@/lib/vpn/problem";
import type { RegionState } from "@/lib/vpn/types";

type Reply = { as: "page" | "payload" | "data"; status: number; headers: Headers; body: string };

/** What a user or a program is told, in short: "200 access_denied" is a page that says so. */
export function summaryOf(reply: Reply): string {
  const parts = {
    page: () => pageSigns(wordsOf(reply.body)),
    // Made of the same as the page.
    payload: () => [],
    data: () => dataSigns(reply),
  }[reply.as]();
  return [reply.status, ...parts].join(" ");
}

/** The words of a page as somebody without scripts reads them. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}

const WORDS: [string, string][] = [
  ...UPSTREAM_CODES.map((code): [string, string] => [en.problems[code].title, code]),
  [en.allRegions.state.absent, "not_found"],
  [en.notHere.vpnConnection.title.split("{")[0] ?? "", "nothing"],
  [en.notHere.vpnGateway.title.split("{")[0] ?? "", "nothing"],
  [en.notHere.customerGateway.title.split("{")[0] ?? "", "nothing"],
  ["or belong to another account", "nothing"],
  [en.missingNames.title, "names"],
  [en.states.reading.title, "reading"],
  [en.missingNames.reading, "reading"],
  [en.allRegions.state.loading, "reading"],
  [en.connections.gaps.live, "reading"],
];

function pageSigns(words: string): string[] {
  const parts = WORDS.filter(([text]) => words.includes(text)).map(([, part]) => part);
  return [...new Set(parts)];
}

function dataSigns({ status, headers, body }: Reply): string[] {
  const type = headers.get("content-type") ?? "";
  if (status >= 400) {
    if (type !== "application/problem+json") return ["no problem reply"];
    const problem: Problem = JSON.parse(body);
    expectWholeProblem(problem, status, headers);
    return [problem.code];
  }
  const file = headers.get("content-disposition");
  if (file !== null) return ["file", ...(/incomplete|old/.exec(file) ?? [])];
  if (!type.startsWith("application/json")) return [];
  const { regions = [] }: { regions?: Partial<RegionState>[] } = JSON.parse(body);
  return regions
    .filter(({ state }) => state !== undefined && state !== "ready")
    .map(({ regionId, state, problem }) => `${regionId} ${state} ${problem?.code ?? ""}`.trim());
}

function expectWholeProblem(problem: Problem, status: number, headers: Headers) {
  expect(problem).toMatchObject({
    type: `urn:tunnelboard:problem:${problem.code}`,
    status,
    title: en.problems[problem.code].title,
  });
  expect(problem.detail).not.toMatch(/undefined|\{|\[object/);
  expect(headers.get("cache-control")).toBe("no-store");
  const mayComeBack = status === 503;
  expect(Number(headers.get("retry-after")) > 0, "says when to come back").toBe(mayComeBack);
}
