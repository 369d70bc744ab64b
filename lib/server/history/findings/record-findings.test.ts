import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readConnectionHistory } from "@/lib/server/history/connection-history";
import { listEvents } from "@/lib/server/history/event-list";
import type { RegionFindings } from "@/lib/server/history/findings/compare-findings";
import { recordFindings } from "@/lib/server/history/findings/record-findings";
import { DatabaseError } from "@/lib/server/database/database-error";
import { useDatabase, writeToDatabase } from "@/lib/server/database/store";
import { MINUTE_MS, read, single, startHistory, T0, UP } from "@/lib/server/testing/history";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { type Finding, RULE_IDS, type RuleId } from "@/lib/vpn/findings/finding";

vi.mock("@/lib/server/database/store", { spy: true });

let history: ReturnType<typeof startHistory>;

beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

const finding = (rule: RuleId, more: Partial<Finding> = {}): Finding => ({
  rule,
  severity: "high",
  regionId: "region-1",
  vpnConnectionId: "vco-1",
  vpnGatewayId: "vpn-1",
  tunnel: null,
  name: "office",
  evidence: [],
  values: {},
  ...more,
});
const expiring = finding("gateway-expiring", { vpnConnectionId: null, name: "gateway" });

const viewerOf = (place: string) => userWith([`viewer:${place}`]);

const find = (minutes: number, findings: Finding[], more: Partial<RegionFindings> = {}) =>
  recordFindings({
    regionId: "region-1",
    at: T0 + minutes * MINUTE_MS,
    findings,
    subjects: new Set(["vco-1", "vpn-1"]),
    unapplied: new Set(),
    ...more,
  });

async function told(parameters = NO_EVENT_PARAMETERS, user = OPERATOR): Promise<string[]> {
  const { events } = await listEvents(parameters, user);
  return events
    .toReversed()
    .map(({ at, kind, vpnConnectionId, vpnGatewayId, tunnel, reason }) =>
      [(at - T0) / MINUTE_MS, kind, vpnConnectionId ?? vpnGatewayId, tunnel ?? "", reason]
        .join(" ")
        .replace("  ", " "),
    );
}

describe("findings in history", () => {
  it("are no news at first, and later as they come and go", async () => {
    await find(0, [finding("dh-group-2")]);
    expect(await told()).toEqual([]);
    await find(1, [finding("dh-group-2"), finding("integrity-md5", { tunnel: 2 })]);
    await find(2, [finding("integrity-md5", { tunnel: 2 })]);
    await find(3, [finding("integrity-md5", { tunnel: 2 })]);
    expect(await told()).toEqual([
      "1 finding_new vco-1 2 integrity-md5",
      "2 finding_gone vco-1 dh-group-2",
    ]);
  });

  it("are known after a start of the program", async () => {
    await find(0, []);
    await find(1, [finding("dh-group-2"), finding("dh-group-5", { tunnel: 1 })]);
    await history.restart();
    await find(2, [finding("dh-group-2"), finding("dh-group-5", { tunnel: 1 })]);
    expect(await told()).toHaveLength(2);
    await find(3, [finding("dh-group-2")]);
    expect((await told()).at(-1)).toBe("3 finding_gone vco-1 1 dh-group-5");
  });

  it("of a rule that is applied for the first time are no news", async () => {
    const unapplied = new Set(RULE_IDS.filter((rule) => rule === "dh-group-2"));
    await find(0, [], { unapplied });
    await find(1, [finding("dh-group-2"), finding("dh-group-5")]);
    expect(await told()).toEqual(["1 finding_new vco-1 dh-group-5"]);
  });

  it("of a rule that cannot be applied now stay as they were", async () => {
    await find(0, [finding("psk-reused")]);
    await find(1, [], { unapplied: new Set(["psk-reused"] as const) });
    await find(2, [finding("psk-reused")]);
    expect(await told()).toEqual([]);
    await find(3, []);
    expect(await told()).toEqual(["3 finding_gone vco-1 psk-reused"]);
  });

  it("of what has been deleted end without an event, and of rules that are no more as well", async () => {
    await find(0, [finding("dh-group-2"), expiring]);
    await writeToDatabase((db) =>
      db.updateTable("findings").set({ rule: "old-rule" }).where("subject", "=", "vpn-1").execute(),
    );
    await history.restart();
    await find(1, [], { subjects: new Set(["vpn-1"]) });
    expect(await told()).toEqual([]);
    expect(await useDatabase((db) => db.selectFrom("findings").selectAll().execute())).toEqual([]);
  });

  it("of a gateway are seen by those who see it, and found by its id", async () => {
    await read(0, [single(UP)]);
    await find(0, []);
    await find(1, [finding("dh-group-2"), expiring]);
    const both = ["1 finding_new vco-1 dh-group-2", "1 finding_new vpn-1 gateway-expiring"];
    expect(await told()).toEqual(both);
    expect(await told({ ...NO_EVENT_PARAMETERS, vpnGatewayId: "vpn-1" })).toEqual(both);
    expect(await told(NO_EVENT_PARAMETERS, viewerOf("region-1/vpn-1"))).toEqual(both);
    expect(await told(NO_EVENT_PARAMETERS, viewerOf("region-1/cgw-1"))).toEqual(both.slice(0, 1));
    expect(await told(NO_EVENT_PARAMETERS, viewerOf("region-1/vpn-2"))).toEqual([]);
  });

  it("in which connections meet are not told to those who see some of them", async () => {
    await read(0, [single(UP)]);
    await find(0, []);
    await find(1, [finding("dh-group-2"), finding("psk-reused"), finding("subnet-overlap")]);
    const user = viewerOf("region-1/vpn-1");
    expect(await told()).toHaveLength(3);
    expect(await told(NO_EVENT_PARAMETERS, user)).toEqual(["1 finding_new vco-1 dh-group-2"]);
    const { counts } = await listEvents(NO_EVENT_PARAMETERS, user);
    expect(counts.finding_new).toBe(1);
    const asked = { regionId: "region-1", vpnConnectionId: "vco-1" };
    const now = T0 + 2 * MINUTE_MS;
    const own = await readConnectionHistory(asked, "24h", user, now);
    expect(own?.events.map(({ reason }) => reason)).toEqual(["dh-group-2"]);
    const whole = await readConnectionHistory(asked, "24h", OPERATOR, now);
    expect(whole?.events).toHaveLength(3);
  });

  it("are written later when the database is away", async () => {
    await find(0, []);
    vi.mocked(writeToDatabase).mockRejectedValueOnce(new DatabaseError("disk_full", "full"));
    await find(1, [finding("dh-group-2")]);
    expect(await told()).toEqual([]);
    await find(2, [finding("dh-group-2")]);
    expect(await told()).toEqual(["2 finding_new vco-1 dh-group-2"]);
  });

  it("of many connections are told once each, also where two processes note them", async () => {
    const many = Array.from({ length: 450 }, (_, index) =>
      finding("dh-group-2", { vpnConnectionId: `vco-${index}` }),
    );
    const subjects = new Set(many.map(({ vpnConnectionId }) => vpnConnectionId ?? ""));
    await find(0, [], { subjects });
    await find(1, many, { subjects });
    await history.restart();
    await find(2, many, { subjects });
    expect((await listEvents(NO_EVENT_PARAMETERS, OPERATOR)).totalCount).toBe(450);
    await find(3, many.slice(1), { subjects });
    expect((await told()).at(-1)).toBe("3 finding_gone vco-0 dh-group-2");
  });
});
