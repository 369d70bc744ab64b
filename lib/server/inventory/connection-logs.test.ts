import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { User } from "@/lib/server/auth/user";
import { getConnectionLogs, getLogParts } from "@/lib/server/inventory/connection-logs";
import { getVpnConnection } from "@/lib/server/inventory/vpn-connections";
import { allVpnConnections } from "@/lib/server/inventory/vpn-connections";
import { connectTo } from "@/lib/server/testing/account";
import { user as language } from "@/lib/server/testing/translations";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import { LATEST_LOGS, type LogQuestion } from "@/lib/vpn/logs/connection-logs";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));
vi.mock("p-retry", () => import("@/lib/server/testing/swift-retry"));

const HERE = "cn-hangzhou";
const LOGS = "DescribeVpnConnectionLogs";
const DIAGNOSIS = "DiagnoseVpnConnections";

const single = (name: string, Status: string, VpnGatewayId = "vpn-a") => ({
  VpnConnectionId: `vco-${name}`,
  Name: name,
  VpnGatewayId,
  CustomerGatewayId: "cgw-1",
  Status,
  IkeConfig: { IkeVersion: "ikev2", Psk: SECRETS.psk },
});
const pair = (name: string, statuses: string[], more: object = {}) => ({
  ...single(name, ""),
  TunnelOptionsSpecification: {
    TunnelOptions: statuses.map((Status, index) => ({
      TunnelId: `tun-${name}-${index + 1}`,
      Role: index === 0 ? "master" : "slave",
      State: "active",
      Status,
    })),
  },
  ...more,
});
const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ regions: 2, connections: 2 });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.requests.length = 0;
  simulator.setConnections(HERE, [
    single("one", DOWN),
    pair("two", [DOWN, UP]),
    pair("cen", [UP, DOWN], { VpnGatewayId: "", AttachType: "CEN", TransitRouterId: "tr-1" }),
    single("hidden", DOWN, "vpn-b"),
  ]);
  connectTo(simulator);
  vi.stubEnv("TUNNELBOARD_CACHE_SECONDS", "3600");
  language.locale = "en";
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

/** Of so few minutes that their lines are one page. */
const ask = (id: string, more: Partial<LogQuestion> = {}, user: User = OPERATOR) =>
  getConnectionLogs(HERE, `vco-${id}`, { ...LATEST_LOGS, minutes: 3, ...more }, user);
const calls = (action: string) => simulator.requests.filter((one) => one.action === action);
const deny = (action: string, code = "Forbidden.RAM") =>
  simulator.faults.add({ action, kind: "error", code });
const answer = (action: string, body: object) =>
  simulator.faults.add({ action, kind: "body", body: JSON.stringify(body) });

describe("logs and diagnosis", () => {
  it("are of each tunnel of a pair, errors first, with words", async () => {
    const { logs, tunnels, diagnosis, isComplete, from, to } = await ask("two");
    expect(tunnels.map(({ tunnelId, problem }) => [tunnelId, problem])).toEqual([
      ["tun-two-1", undefined],
      ["tun-two-2", undefined],
    ]);
    expect(isComplete).toBe(true);
    expect(to - from).toBe(180_000);
    const severities = logs.map(({ severity }) => severity === "error");
    expect(severities).toEqual(severities.toSorted((one, other) => Number(other) - Number(one)));
    expect(severities[0]).toBe(true);
    expect(logs[0]).toMatchObject({ tunnel: 1, meaning: expect.stringMatching(/\.$/) });
    expect(logs.every(({ at }) => at !== null && at >= from && at <= to)).toBe(true);
    const positions = logs.filter(({ tunnel }) => tunnel === 2).map(({ position }) => position);
    expect(positions.toSorted((one, other) => one - other)).toEqual(
      positions.map((_, index) => index + 1),
    );
    expect(diagnosis?.map(({ tunnel, severity }) => [tunnel, severity])).toEqual([
      [1, "Critical"],
      [2, "Normal"],
    ]);
    expect(calls(LOGS).map(({ parameters }) => parameters["TunnelId"])).toEqual([
      "tun-two-1",
      "tun-two-2",
    ]);
    expect(calls(DIAGNOSIS)[0]?.parameters).toMatchObject({
      VpnGatewayId: "vpn-a",
      "TunnelIds.2": "tun-two-2",
    });
  });

  it("are of one tunnel where one is asked for", async () => {
    const { logs, tunnels, diagnosis } = await ask("two", { tunnelId: "tun-two-2" });
    expect(tunnels.map(({ tunnel }) => tunnel)).toEqual([2]);
    expect(new Set(logs.map(({ tunnel }) => tunnel))).toEqual(new Set([2]));
    expect(diagnosis?.map(({ tunnel }) => tunnel)).toEqual([2]);
  });

  it("of a single tunnel, or on a transit router, are asked for without what is not there", async () => {
    expect((await ask("one")).diagnosis).toMatchObject([{ tunnel: 1 }]);
    expect((await ask("cen")).diagnosis).toHaveLength(2);
    expect(calls(LOGS)[0]?.parameters["TunnelId"]).toBeUndefined();
    expect(calls(DIAGNOSIS)[0]?.parameters["VpnConnectionIds.1"]).toBe("vco-one");
    expect(calls(DIAGNOSIS)[1]?.parameters["VpnGatewayId"]).toBeUndefined();
  });

  it("of minutes that are past have no diagnosis", async () => {
    const until = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
    const { diagnosis, from, to, logs } = await ask("two", { until });
    expect([diagnosis, from, to]).toEqual([null, until - 180_000, until]);
    expect(logs.length).toBeGreaterThan(0);
    expect(calls(DIAGNOSIS)).toEqual([]);
  });

  it("speak the language of who asks, from one read", async () => {
    const english = await ask("one");
    language.locale = "zh-CN";
    const chinese = await ask("one");
    expect(chinese.logs.map(({ text }) => text)).toEqual(english.logs.map(({ text }) => text));
    expect(chinese.logs[0]?.meaning).toMatch(/\p{Script=Han}/u);
    expect(chinese.diagnosis?.[0]?.advice).toMatch(/\p{Script=Han}/u);
    expect(calls(LOGS)).toHaveLength(1);
  });

  it("of nothing wrong say what to do by whether the tunnel is up", async () => {
    const entry = { TunnelId: "tun-two-2", FailedReasonCode: "NoExceptionFound" };
    const entries = [entry, { ...entry, TunnelId: "tun-two-1" }, { ...entry, TunnelId: "" }];
    for (const locale of ["en", "zh-CN"] as const) {
      language.locale = locale;
      answer(DIAGNOSIS, { VpnConnections: entries });
      const { diagnosis } = await ask("two");
      const advice = new Map(diagnosis?.map((one) => [one.tunnel, one.advice]));
      expect(advice.get(2)).toMatch(/^The tunnel is up\.|^隧道已建立。/);
      expect(advice.get(1)).not.toBe(advice.get(2));
      expect(advice.get(null)).toBe(advice.get(1));
    }
  });

  it("of a code that nobody knows show Alibaba's words, without keys", async () => {
    const entry = {
      VpnConnectionId: "vco-one",
      FailedReasonCode: "Odd",
      FailedReason: `psk=${SECRETS.psk}`,
    };
    answer(DIAGNOSIS, { TotalCount: 2, VpnConnections: [entry, { FailedReasonCode: "Odder" }] });
    const { diagnosis } = await ask("one");
    expect(diagnosis?.map(({ title }) => title)).toEqual(["psk=[secret]", "Error code Odder"]);
    expect(diagnosis?.[0]?.advice).toContain("does not know this code");
  });

  it("hold none of the connection's keys, wherever they stand", async () => {
    answer(LOGS, { Data: { Logs: [`shared ${SECRETS.psk}`, `x:${SECRETS.psk},`] } });
    const read = JSON.stringify(await ask("one"));
    // Also once the region has been read whole.
    await allVpnConnections(HERE, listParametersOf(NO_PARAMETERS), OPERATOR);
    const again = JSON.stringify(await ask("one", { minutes: 2 }));
    expect(again).toContain("shared [secret]");
    expect(again).not.toContain(SECRETS.psk);
    expect(read).toContain("shared [secret]");
    expect(read).not.toContain(SECRETS.psk);
  });

  it("hold no key of another connection that has been read", async () => {
    const Psk = "Other-vpn-key/8";
    const other = { ...single("hidden", DOWN, "vpn-b"), IkeConfig: { IkeVersion: "ikev2", Psk } };
    simulator.setConnections(HERE, [single("one", DOWN), other]);
    await allVpnConnections(HERE, listParametersOf(NO_PARAMETERS), OPERATOR);
    answer(LOGS, { Data: { Logs: [`loaded ${Psk}, and "${Psk}".`] } });
    answer(DIAGNOSIS, {
      VpnConnections: [{ FailedReasonCode: "Odd", FailedReason: `got ${Psk}` }],
    });
    const { logs, diagnosis } = await ask("one", {}, userWith([`viewer:${HERE}/vpn-a`]));
    expect(logs[0]?.text).toBe('loaded [secret], and "[secret]".');
    expect(diagnosis?.[0]?.title).toBe("got [secret]");
  });
});

describe("within 30 seconds", () => {
  it("one read serves all who ask, also while it is under way", async () => {
    await Promise.all([ask("two"), ask("two"), ask("two")]);
    await ask("two", { tunnelId: "tun-two-1" });
    expect([calls(LOGS).length, calls(DIAGNOSIS).length]).toEqual([2, 1]);
    await ask("two", { minutes: 2 });
    await ask("one");
    expect([calls(LOGS).length, calls(DIAGNOSIS).length]).toEqual([5, 2]);
  });

  it("and no longer", async () => {
    await ask("one");
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + 30_001);
    await ask("one");
    vi.restoreAllMocks();
    expect(calls(LOGS)).toHaveLength(2);
  });
});

describe("what could not be read", () => {
  it.each([LOGS, DIAGNOSIS])(
    "of %s does not hide the other, and names the missing action",
    async (action) => {
      deny(action);
      const { logs, tunnels, diagnosis, diagnosisProblem, isComplete } = await ask("two");
      const problem = action === LOGS ? tunnels[0]?.problem : diagnosisProblem;
      expect(problem).toMatchObject({
        code: "access_denied",
        detail: expect.stringContaining(`vpc:${action}`),
      });
      expect(logs.length > 0).toBe(action === DIAGNOSIS);
      expect(isComplete).toBe(action === DIAGNOSIS);
      expect(diagnosis === null).toBe(action === DIAGNOSIS);
    },
  );

  it("of one tunnel does not hide the other one", async () => {
    simulator.faults.add({ action: LOGS, kind: "error", code: "Forbidden", times: 1 });
    const { tunnels, logs } = await ask("two");
    expect(tunnels.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
    expect(new Set(logs.map(({ tunnel }) => tunnel)).size).toBe(1);
  });

  it("is an error where nothing could, and for a page the problems of both", async () => {
    deny(LOGS);
    deny(DIAGNOSIS);
    await expect(ask("one")).rejects.toMatchObject({ code: "access_denied", action: LOGS });
    const connection = await getVpnConnection(HERE, "vco-one", OPERATOR);
    const parts = await getLogParts(connection, LATEST_LOGS);
    expect(parts.tunnels[0]?.problem?.detail).toContain(LOGS);
    expect(parts.diagnosisProblem?.detail).toContain(DIAGNOSIS);
    expect(parts.diagnosis).toBeNull();
    expect(Number.isFinite(parts.fetchedAt)).toBe(true);
  });

  it("is not asked for again right away", async () => {
    deny(LOGS);
    await ask("one");
    await ask("one");
    expect(calls(LOGS)).toHaveLength(1);
  });

  it.each([
    ["tunnelId", { tunnelId: "tun-nothing" }, "unknownTunnel"],
    ["until", { until: 1 }, "outOfRange"],
    ["until", { until: Date.now() + 3_600_000 }, "outOfRange"],
  ] as const)(
    "since the %s is impossible is refused before any call",
    async (parameter, more, reason) => {
      await expect(ask("two", more)).rejects.toMatchObject({ parameter, reason });
      expect(calls(LOGS)).toEqual([]);
    },
  );
});

describe("somebody who sees one gateway", () => {
  const gina = userWith([`viewer:${HERE}/vpn-a`]);

  it("reads logs of its connections only, also of what others have read just now", async () => {
    await ask("hidden");
    const unknown = { parameter: "vpnConnectionId", reason: "unknownVpnConnection" };
    await expect(ask("hidden", {}, gina)).rejects.toMatchObject(unknown);
    await expect(ask("nothing", {}, gina)).rejects.toMatchObject(unknown);
    expect((await ask("one", {}, gina)).logs.length).toBeGreaterThan(0);
    expect(calls(LOGS)).toHaveLength(2);
  });
});
