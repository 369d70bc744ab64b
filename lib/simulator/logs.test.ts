import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call } from "./signed-request";
import { startSimulator, type Simulator } from "./simulator";
import { at, listAt } from "./wire-value";

const now = Date.UTC(2026, 0, 1, 12, 0, 30);
const seconds = Math.floor(now / 1000);
const hangzhou = { RegionId: "cn-hangzhou" };

let simulator: Simulator;
let connections: unknown[] = [];

beforeAll(async () => {
  simulator = await startSimulator({ regions: 1, connections: 100, now: () => now });
  const pages = await Promise.all(
    ["1", "2"].map((PageNumber) =>
      signed("DescribeVpnConnections", { PageSize: "50", PageNumber }),
    ),
  );
  connections = pages.flatMap(({ body }) => listAt(body, "VpnConnections", "VpnConnection"));
});
afterAll(() => simulator.close());

const signed = (action: string, given: Record<string, string> = {}) =>
  call(simulator, action, { ...hangzhou, Timestamp: "2026-01-01T12:00:30Z", ...given });
const named = (name: string) => {
  const found = connections.find((one) => at(one, "Name") === name);
  const [first] = listAt(found, "TunnelOptionsSpecification", "TunnelOptions");
  return {
    VpnConnectionId: String(at(found, "VpnConnectionId")),
    ...(first !== undefined && { TunnelId: String(at(first, "TunnelId")) }),
  };
};
const logs = async (given: Record<string, string>) => {
  const { status, body } = await signed("DescribeVpnConnectionLogs", given);
  return { status, body, lines: listAt(body, "Data", "Logs").map(String) };
};
const single = () => named("宁波工厂-旧防火墙");

describe("DescribeVpnConnectionLogs", () => {
  it("tells the same lines whenever it is asked, page by page, without a total", async () => {
    const window = { From: String(seconds - 600), To: String(seconds), PageSize: "50" };
    const { lines, body } = await logs({ ...single(), ...window });
    expect(body).toMatchObject({
      Count: lines.length,
      IsCompleted: true,
      PageNumber: 1,
      PageSize: 50,
    });
    expect(at(body, "TotalCount")).toBeUndefined();
    const pages = await Promise.all(
      ["1", "2"].map((PageNumber) => logs({ ...single(), ...window, PageSize: "7", PageNumber })),
    );
    expect(pages.flatMap((page) => page.lines)).toEqual(lines.slice(0, 14));
    const past = await logs({ ...single(), ...window, PageNumber: "9" });
    expect([past.status, past.lines]).toEqual([200, []]);
  });

  it("writes them in the time of Beijing, within the window, minutes joined without a gap", async () => {
    const read = (from: number, to: number) =>
      logs({ ...single(), From: String(from), To: String(to), PageSize: "50" });
    const whole = await read(seconds - 120, seconds);
    const halves = [await read(seconds - 120, seconds - 60), await read(seconds - 60, seconds)];
    expect(halves.flatMap(({ lines }) => lines)).toEqual(whole.lines);
    for (const line of whole.lines) {
      expect(line).toMatch(/^2026-01-01 (19:5[89]|20:00):\d\d vco-/);
    }
    const minutes = await logs({ ...single(), MinutePeriod: "2", PageSize: "50" });
    expect(minutes.lines).toEqual(whole.lines);
  });

  it.each([
    [{ VpnConnectionId: "" }, "MissingVpnConnectionId"],
    [{ VpnConnectionId: "vco-none" }, "InvalidVpnConnectionInstanceId.NotFound"],
    [{ MinutePeriod: "" }, "MissingMinutePeriod"],
    [{ MinutePeriod: "", From: String(seconds - 60) }, "MissingMinutePeriod"],
    [{ MinutePeriod: "11" }, "InvalidParameter"],
    [{ MinutePeriod: "x" }, "InvalidParameter"],
    [{ From: String(seconds - 601), To: String(seconds) }, "InvalidParameter"],
    [{ From: String(seconds), To: String(seconds - 60) }, "InvalidParameter"],
    [{ From: String(now - 60_000), To: String(now) }, "InvalidParameter"],
    [
      { From: String(seconds - 40 * 86_400), To: String(seconds - 40 * 86_400 + 60) },
      "InvalidParameter",
    ],
    [{ PageSize: "51" }, "InvalidParameter"],
  ])("refuses %j", async (given, code) => {
    const { body } = await logs({ ...single(), MinutePeriod: "5", ...given });
    expect(at(body, "Code")).toBe(code);
  });

  it("asks for the tunnel of a pair, and knows those of that pair only", async () => {
    const pair = named("partner-logistics-edi");
    expect((await logs({ ...pair, MinutePeriod: "5" })).lines.length).toBeGreaterThan(0);
    const without = await logs({ ...pair, TunnelId: "", MinutePeriod: "5" });
    expect(at(without.body, "Code")).toBe("MissingTunnelId");
    const other = await logs({ ...pair, TunnelId: "tun-other", MinutePeriod: "5" });
    expect(other.status).toBe(404);
  });

  it("fits the state: a tunnel that is up has no errors, one that never negotiated no lines", async () => {
    const up = await logs({ ...named("hz-prod-to-frankfurt-dc1"), MinutePeriod: "5" });
    expect(up.lines.join("\n")).toMatch(/DPD|R-U-THERE/);
    expect(up.lines.join("\n")).not.toMatch(/_ERR|failed|FAILED/);
    const never = await logs({ ...named("温州分公司-新建"), MinutePeriod: "5" });
    expect(never.lines).toEqual([]);
  });

  it("speaks the words of both daemons", async () => {
    const all = await Promise.all(
      connections.slice(0, 60).map((connection) => {
        const [tunnel] = listAt(connection, "TunnelOptionsSpecification", "TunnelOptions");
        const VpnConnectionId = String(at(connection, "VpnConnectionId"));
        const TunnelId = tunnel === undefined ? "" : String(at(tunnel, "TunnelId"));
        return logs({ VpnConnectionId, TunnelId, MinutePeriod: "1" });
      }),
    );
    const text = all.flatMap(({ lines }) => lines).join("\n");
    expect(text).toMatch(/ \d\d\[IKE\] </);
    expect(text).toMatch(/ \[INFO\]: isakmp/);
    expect(text).toMatch(/ \[PROTO_ERR\]: /);
  });
});

const diagnose = async (given: Record<string, string>) => {
  const { body } = await signed("DiagnoseVpnConnections", given);
  return { body, found: listAt(body, "VpnConnections") };
};

describe("DiagnoseVpnConnections", () => {
  it("answers a bare list with a code for each tunnel that is asked for", async () => {
    const { VpnConnectionId } = single();
    const { found, body } = await diagnose({ "VpnConnectionIds.1": VpnConnectionId });
    expect(found).toMatchObject([
      { VpnConnectionId, Severity: "Critical", FailedTime: now - 20_000 },
    ]);
    expect(at(body, "TotalCount")).toBe(1);
    const pair = named("partner-logistics-edi");
    const ofPair = await diagnose({
      "TunnelIds.1": pair.TunnelId ?? "",
      "TunnelIds.2": "tun-none",
    });
    expect(ofPair.found).toMatchObject([pair]);
    const byConnection = await diagnose({ "VpnConnectionIds.1": pair.VpnConnectionId });
    expect(byConnection.found).toEqual([]);
  });

  it("minds the gateway, and needs ids", async () => {
    const { VpnConnectionId } = single();
    const of = { "VpnConnectionIds.1": VpnConnectionId };
    expect((await diagnose({ ...of, VpnGatewayId: "vpn-other" })).found).toEqual([]);
    expect(at((await diagnose({})).body, "Code")).toBe("MissingVpnConnectionIds");
  });

  it("has a code that no document has, for the status that none has", async () => {
    const { VpnConnectionId } = named("beta-firmware-peer");
    const { found } = await diagnose({ "VpnConnectionIds.1": VpnConnectionId });
    expect(found).toMatchObject([{ FailedReasonCode: "RekeyCollision" }]);
  });
});

describe("both calls", () => {
  it.each(["DescribeVpnConnectionLogs", "DiagnoseVpnConnections"])(
    "%s fails as it is told to",
    async (action) => {
      const of = { ...single(), "VpnConnectionIds.1": "vco-1" };
      const end = simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM" });
      const { status, body } = await signed(action, { ...of, MinutePeriod: "1" });
      expect([status, at(body, "Code")]).toEqual([403, "Forbidden.RAM"]);
      end();
    },
  );
});
