import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import type { DownloadFormat } from "@/lib/vpn/list-parameters";
import type { Problem } from "@/lib/vpn/problem";
import type { RegionState, VpnConnectionList } from "@/lib/vpn/types";
import { allVpnConnections, listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { download } from "@/lib/server/export/download";
import { reply } from "@/lib/server/http/reply";
import { registerSecrets } from "@/lib/server/runtime/known-secrets";
import { SecretLeakError } from "@/lib/server/runtime/secret-guard";
import { connectTo } from "@/lib/server/testing/account";
import { listOfBodies, readCsv } from "@/lib/server/export/test-lists";
import { SECRETS, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { OPERATOR } from "@/lib/server/testing/users";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 130 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const REGION = "cn-hangzhou";
type Asked = Record<string, string | string[]>;
const parametersOf = (asked: Asked) => listParametersOf(readPageParameters(asked));
const list = (asked: Asked) => listVpnConnections(REGION, parametersOf(asked), OPERATOR);
const file = (asked: Asked, format: DownloadFormat = "csv", regionId = REGION) =>
  reply(async () =>
    download(regionId, await allVpnConnections(regionId, parametersOf(asked), OPERATOR), format),
  );
const csv = async (asked: Asked) => readCsv(await (await file(asked)).text());
const sent = () => simulator.requests.filter(({ action }) => action === "DescribeVpnConnections");

const region = (state: RegionState["state"]): RegionState => ({
  regionId: REGION,
  state,
  totalCount: null,
  fetchedAt: null,
});
const problem: Problem = { type: "", title: "", status: 503, detail: "", code: "throttled" };

const KEY = "LTAI-account-key-of-the-test";

/** What has been sent before the body failed, and why it did. */
async function readUntilBroken({ body }: Response): Promise<{ text: string; error: unknown }> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
    return { text, error: null };
  } catch (error) {
    return { text, error };
  }
}

describe("a file", () => {
  it.each([
    ["csv", "text/csv; charset=utf-8; header=present"],
    ["json", "application/json"],
  ] as const)(
    "of %s is kept under a name that tells the region and the day",
    async (format, type) => {
      const response = await download("eu-central-1", listOfBodies(singleTunnel), format);
      expect(response.headers.get("content-type")).toBe(type);
      expect(response.headers.get("content-disposition")).toBe(
        `attachment; filename="vpn-connections-eu-central-1-2026-11-23.${format}"`,
      );
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each<[Partial<VpnConnectionList>, string]>([
    [{ regions: [] }, ""],
    [{ regions: [region("ready")] }, ""],
    [{ regions: [region("ready"), region("failed")] }, "-incomplete"],
    [{ regions: [region("loading")] }, "-incomplete"],
    [{ regions: [region("stale")] }, "-old"],
    [{ regions: [region("stale"), region("loading")] }, "-incomplete-old"],
    [{ stale: { since: 1, problem } }, "-old"],
  ])("with %j has a name that ends in %j", async (flaws, end) => {
    const response = await download(null, { ...listOfBodies(singleTunnel), ...flaws }, "csv");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="vpn-connections-all-regions-2026-11-23${end}.csv"`,
    );
  });

  it("of JSON tells what is missing and what is old", async () => {
    const flaws = { stale: { since: 1, problem }, regions: [region("failed")] };
    const list = { ...listOfBodies(singleTunnel), ...flaws };
    expect(await (await download(null, list, "json")).json()).toMatchObject({
      ...flaws,
      isComplete: false,
    });
  });

  it.each([0, 1, 50, 120])("of JSON with %i connections has a line for each", async (count) => {
    const list = listOfBodies(...Array.from({ length: count }, () => singleTunnel));
    const broken = { regionId: "eu-central-1", vpnConnectionId: null, fields: ["Name"] };
    const file = await download(null, { ...list, unreadable: [broken] }, "json");
    const text = await file.text();
    const { vpnConnections, unreadable } = JSON.parse(text);
    expect(vpnConnections).toEqual(list.vpnConnections);
    expect(unreadable).toEqual([broken]);
    expect(text.match(/^ {4}\{"regionId":.*\},?$/gm)).toHaveLength(count + 1);
  });

  it.each(["csv", "json"] as const)(
    "of %s is broken off, not cut short, where a secret shows in the middle",
    async (format) => {
      const bodies = Array.from({ length: 300 }, () => singleTunnel);
      const list = listOfBodies(...bodies.with(260, { ...singleTunnel, Name: KEY }));
      registerSecrets(() => [KEY]);
      const { text, error } = await readUntilBroken(await download(null, list, format));
      expect(error).toBeInstanceOf(SecretLeakError);
      expect(text).toContain("vco-single1");
      expect(text).not.toContain(KEY);
      expect(text).not.toMatch(/#end|isComplete/);
    },
  );

  it("with a secret at its beginning is none", async () => {
    registerSecrets(() => [KEY]);
    const list = listOfBodies({ ...singleTunnel, Name: KEY });
    const about = { ...list, stale: { since: 1, problem: { ...problem, detail: KEY } } };
    await expect(download(null, about, "json")).rejects.toThrow(SecretLeakError);
  });

  it("of JSON is the list with nothing about pages", async () => {
    const { vpnConnections, unreadable, totalCount, counts, fetchedAt } = await allVpnConnections(
      REGION,
      parametersOf({ status: "down" }),
      OPERATOR,
    );
    const text = await (await file({ status: "down" }, "json")).text();
    expect(JSON.parse(text)).toEqual({
      regionId: REGION,
      fetchedAt,
      totalCount,
      counts,
      vpnConnections,
      unreadable,
      isComplete: true,
    });
    expect(text.startsWith('{\n  "regionId"')).toBe(true);
    expect(text.endsWith(',\n  "isComplete": true\n}\n')).toBe(true);
  });

  it.each(["csv", "json"] as const)("of %s holds no secret", async (format) => {
    simulator.setConnections(REGION, [singleTunnel]);
    const text = await (await file({}, format)).text();
    expect(text).toContain("vco-single1");
    for (const secret of Object.values(SECRETS)) expect(text.includes(secret)).toBe(false);
  });

  it.each<Asked>([
    {},
    { pageNumber: "3", pageSize: "20" },
    { status: "down" },
    { sort: "-name" },
    { q: "nothing has this name" },
  ])("for %j has all rows that the list finds, in its order", async (asked) => {
    const { totalCount } = await list(asked);
    const rows = await csv(asked);
    expect(rows).toHaveLength(totalCount);
    const { vpnConnections } = await list({ ...asked, pageNumber: "1", pageSize: "50" });
    expect(rows.slice(0, 50).map((row) => row.vpnConnectionId)).toEqual(
      vpnConnections.map((one) => one.vpnConnectionId),
    );
  });

  it("is made of one read of the region, which lists share", async () => {
    await Promise.all([csv({}), csv({ pageNumber: "2" }), csv({ q: "a" }), list({ sort: "name" })]);
    expect(sent()).toHaveLength(3);
  });

  it("loses nothing that could not be read", async () => {
    simulator.setConnections(REGION, [{ Name: "no id" }, singleTunnel]);
    const rows = await csv({});
    expect(rows.map((row) => [row.vpnConnectionId, row.unreadableFields])).toEqual([
      ["vco-single1", ""],
      ["", "VpnConnectionId"],
    ]);
  });

  it.each(["csv", "json"] as const)("of %s is none when the read has failed", async (format) => {
    simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
    const response = await file({}, format);
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.has("content-disposition")).toBe(false);
    expect(await response.json()).toMatchObject({ code: "access_denied" });
  });

  it("of a region that there is not is not found", async () => {
    const response = await file({}, "csv", 'x"; filename="y');
    expect(response.status).toBe(404);
    expect(response.headers.has("content-disposition")).toBe(false);
  });
});
