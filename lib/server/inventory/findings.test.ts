import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allFindings, findingsSoFar, listFindings } from "@/lib/server/inventory/findings";
import { listAllVpnConnections } from "@/lib/server/inventory/all-connections";
import { readAllRegions } from "@/lib/server/inventory/all-regions";
import { versionOf } from "@/lib/server/inventory/selections";
import { listVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { pass, startClock, stopClock } from "@/lib/server/testing/clock";
import { one, regionAnswers } from "@/lib/server/testing/region-answers";
import { CHINESE_OPERATOR, OPERATOR, userWith } from "@/lib/server/testing/users";
import { VpcApiError } from "@/lib/server/vpc-api/errors";
import type * as VpnConnections from "@/lib/server/vpc-api/vpn-connections";
import { NO_FINDING_PARAMETERS, type FindingParameters } from "@/lib/vpn/findings/parameters";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { tunnel } from "@/lib/vpn/testing/connections";
import type { VpnConnection } from "@/lib/vpn/types";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("node:timers/promises", () => import("@/lib/server/testing/timers"));
vi.mock("@/lib/server/vpc-api/vpn-connections", () => ({
  describeAllVpnConnections: vi.fn<typeof VpnConnections.describeAllVpnConnections>(),
}));

let api: ReturnType<typeof regionAnswers>;

/** With MD5 in phase 1, which is critical. */
const weak = (regionId: string, id: string, more: Partial<VpnConnection> = {}) => {
  const base = tunnel("ipsec_sa_established");
  const tunnels = [{ ...base, ikeConfig: { ...base.ikeConfig, ikeAuthAlg: "md5" } }];
  return one(regionId, id, null, { tunnels, vpnGatewayId: null, ...more });
};
const fine = (regionId: string, id: string) => one(regionId, id, null, { vpnGatewayId: null });

beforeEach(() => {
  stopClock();
  api = regionAnswers(2);
  api.say("region-1", [weak("region-1", "vco-a"), fine("region-1", "vco-b")]);
  api.say("region-2", [weak("region-2", "vco-c")]);
});
afterEach(() => {
  startClock();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const { by: _by, ...NOTHING_ASKED } = NO_FINDING_PARAMETERS;
const MD5 = { rule: ["integrity-md5" as const] };

const settled = async <Answer>(reading: Promise<Answer>): Promise<Answer> => {
  await pass(1_000);
  return reading;
};
const ask = (asked: Partial<FindingParameters> = MD5, user = OPERATOR) =>
  settled(listFindings({ ...NOTHING_ASKED, ...asked }, user, 1_000));
const idsOf = ({ findings }: { findings: { vpnConnectionId: string | null }[] }) =>
  findings.map(({ vpnConnectionId }) => vpnConnectionId);

const inspected = async (asked: Partial<FindingParameters>) => {
  const { inspectedConnections, inspectedRegions } = await ask(asked);
  return [inspectedConnections, inspectedRegions];
};

describe("the findings of all regions", () => {
  it("come in the order of the regions, in pages, with what has been looked at", async () => {
    const list = await ask();
    expect(idsOf(list)).toEqual(["vco-a", "vco-c"]);
    expect(list).toMatchObject({ totalCount: 2, inspectedConnections: 3, waived: 0 });
    expect(list.counts.critical).toBe(2);
    expect(idsOf(await ask({ ...MD5, pageSize: 1, pageNumber: 2 }))).toEqual(["vco-c"]);
  });

  it("of one region say how far that one has been read", async () => {
    api.say("region-1", "never");
    const list = await ask({ ...MD5, regionId: "region-2" });
    expect(idsOf(list)).toEqual(["vco-c"]);
    expect(list.regions).toMatchObject([{ regionId: "region-2", state: "ready" }]);
    expect(list).toMatchObject({ inspectedConnections: 1, inspectedRegions: 1 });
  });

  it("of a region that does not exist are refused, as a page and as a file", async () => {
    const asked = { ...NOTHING_ASKED, regionId: "region-9" };
    for (const reading of [listFindings(asked, OPERATOR), allFindings(asked, OPERATOR)]) {
      await expect(reading).rejects.toMatchObject({ parameter: "regionId" });
    }
  });

  it("say how many connections the ids of the question allow, and in how many regions", async () => {
    api.say("region-2", [weak("region-2", "vco-c", { customerGatewayIds: ["cgw-9"] })]);
    expect(await inspected({})).toEqual([3, 2]);
    expect(await inspected({ rule: ["dpd-off"], q: "nothing" })).toEqual([3, 2]);
    expect(await inspected({ regionId: "region-1" })).toEqual([2, 1]);
    expect(await inspected({ vpnConnectionId: "vco-b" })).toEqual([1, 1]);
    expect(await inspected({ customerGatewayId: "cgw-9" })).toEqual([1, 1]);
    expect(await inspected({ vpnGatewayId: "vpn-9" })).toEqual([0, 0]);
  });

  it("that are not all known yet come with what is missing", async () => {
    api.say("region-1", new VpcApiError("access_denied"));
    const list = await ask();
    expect(idsOf(list)).toEqual(["vco-c"]);
    expect(list.regions).toMatchObject([
      { regionId: "region-1", state: "failed", problem: { code: "access_denied" } },
      { state: "ready" },
    ]);
  });

  it("are the same version while nothing else is found, and another when something is", async () => {
    const version = versionOf(await ask());
    await pass(30_000);
    // While regions are read again, that is told.
    await ask();
    expect(versionOf(await ask())).toBe(version);
    api.say("region-2", [fine("region-2", "vco-c")]);
    await pass(30_000);
    await ask();
    const list = await ask();
    expect(idsOf(list)).toEqual(["vco-a"]);
    expect(versionOf(list)).not.toBe(version);
  });

  it("are told in the language of who asks", async () => {
    const [english] = (await ask()).findings;
    const [chinese] = (await ask(MD5, CHINESE_OPERATOR)).findings;
    expect(english?.title).toBe("MD5 authentication");
    expect(chinese?.title).toMatch(/\p{Script=Han}/u);
    expect(idsOf(await ask({ q: "md5 auth" }))).toEqual(["vco-a", "vco-c"]);
    expect(idsOf(await ask({ ...MD5, q: "rfc 8221" }))).toEqual(["vco-a", "vco-c"]);
    expect(idsOf(await ask({ ...MD5, q: "rfc 9395" }))).toEqual([]);
    expect(idsOf(await ask({ q: chinese?.title ?? "" }, CHINESE_OPERATOR))).toHaveLength(2);
  });

  it("are those of the connections that a user sees", async () => {
    const limited = userWith(["viewer:region-1/cgw-mine"]);
    api.say("region-1", [
      weak("region-1", "vco-a"),
      weak("region-1", "vco-mine", { customerGatewayIds: ["cgw-mine"] }),
    ]);
    for (const [user, expected] of [
      [limited, ["vco-mine"]],
      [OPERATOR, ["vco-a", "vco-mine", "vco-c"]],
      [limited, ["vco-mine"]],
    ] as const) {
      const list = await ask(MD5, user);
      expect(idsOf(list)).toEqual(expected);
      expect(list.totalCount).toBe(expected.length);
    }
  });

  it("are found again within the hour, since some depend on the time", async () => {
    const [first] = (await ask({ ...MD5 })).findings;
    expect(first?.rule).toBe("integrity-md5");
    const young = weak("region-1", "vco-a", { state: "init", createTime: Date.now() });
    api.say("region-1", [young]);
    await pass(30_000);
    await ask();
    expect((await ask({ rule: ["unattached"] })).totalCount).toBe(0);
    await pass(26 * 3_600_000);
    await ask();
    expect((await ask({ rule: ["unattached"] })).totalCount).toBe(1);
  });
});

describe("all that is found", () => {
  it("waits for all regions and comes one by one", async () => {
    api.say("region-2", [weak("region-2", "vco-c")], { tookMs: 15_000 });
    const reading = allFindings({ ...NOTHING_ASKED, ...MD5, pageSize: 1 }, OPERATOR);
    await pass(16_000);
    const { found, toListed, totalCount } = await reading;
    expect(totalCount).toBe(2);
    expect(found.map(toListed).map(({ title }) => title)).toEqual([
      "MD5 authentication",
      "MD5 authentication",
    ]);
  });
});

describe("findings beside something else", () => {
  it("are those of what has been read, without another read", async () => {
    await settled(readAllRegions(OPERATOR, 1_000));
    const before = api.asked.length;
    await pass(60_000);
    const asked = { ...NOTHING_ASKED, ...MD5, regionId: "region-1", vpnConnectionId: "vco-a" };
    expect(idsOf(await settled(findingsSoFar(asked, OPERATOR)))).toEqual(["vco-a"]);
    expect(api.asked).toHaveLength(before);
  });

  it("read the region where nobody has, and none that is not there", async () => {
    const asked = { ...NOTHING_ASKED, ...MD5, regionId: "region-2" };
    expect(idsOf(await settled(findingsSoFar(asked, OPERATOR)))).toEqual(["vco-c"]);
    expect(api.asked.map(({ regionId }) => regionId)).toEqual(["region-2"]);
    const elsewhere = findingsSoFar({ ...asked, regionId: "region-3" }, OPERATOR);
    await expect(elsewhere).rejects.toMatchObject({ parameter: "regionId" });
    expect(api.asked).toHaveLength(1);
  });
});

describe("marks of a list", () => {
  const question = listParametersOf({ ...NO_PARAMETERS, sort: "name" });
  const list = () => settled(listVpnConnections("region-1", question, OPERATOR));

  it("count what is critical and high, on one list for all who ask", async () => {
    const marked = await list();
    expect(marked.vpnConnections.map(({ findingCounts }) => findingCounts)).toEqual([
      { critical: 1, high: 0 },
      { critical: 0, high: 0 },
    ]);
    expect(await list()).toBe(marked);
    const all = await settled(listAllVpnConnections(question, OPERATOR, 1_000));
    expect(all.vpnConnections.map(({ findingCounts }) => findingCounts?.critical)).toEqual([
      1, 0, 1,
    ]);
  });

  it("are part of the list's version", async () => {
    const version = versionOf(await list());
    api.say("region-1", [fine("region-1", "vco-a"), fine("region-1", "vco-b")]);
    await pass(30_000);
    expect(versionOf(await list())).not.toBe(version);
  });
});
