import { expect, REGION, test as base } from "@/e2e/fixtures";
import { type Simulator, startSimulator } from "@/lib/simulator/simulator";
import { api } from "@/lib/vpn/hrefs";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";

export const CONNECTIONS = 10_000;

export const SETTINGS = {
  TUNNELBOARD_CACHE_SECONDS: "3600",
  TUNNELBOARD_CALLS_PER_SECOND: "10000",
};

/** With so many connections in one region that a file of them fits into no buffer on its way. */
export const test = base.extend<object, { simulator: Simulator; settings: Record<string, string> }>(
  {
    settings: [SETTINGS, { scope: "worker" }],
    simulator: [
      async ({}, use) => {
        const simulator = await startSimulator({ regions: 1, connections: CONNECTIONS });
        expect(simulator.regionIds).toEqual([REGION]);
        await use(simulator);
        await simulator.close();
      },
      { scope: "worker" },
    ],
  },
);

const ALL = listParametersOf(NO_PARAMETERS);
export const FILES = {
  csv: api.download(REGION, ALL, "csv"),
  json: api.download(REGION, ALL, "json"),
};

type Line = Record<string, unknown> & { path?: string; msg?: string };

/** What the server's log says of the requests for a path. */
export function requestsIn(output: string, path: string): Line[] {
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  const parsed = lines.map((line): Line => JSON.parse(line));
  return parsed.filter((line) => line.msg === "request" && line.path === path);
}
