import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allEvents, listEvents } from "@/lib/server/history/event-list";
import { recordMissingRead, recordRead, untilRecorded } from "@/lib/server/history/recorder";
import { ACCOUNT } from "@/lib/server/database/schema";
import { writeToDatabase } from "@/lib/server/database/store";
import {
  DOWN,
  MINUTE_MS,
  pair,
  read,
  single,
  startHistory,
  T0,
  UP,
} from "@/lib/server/testing/history";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { EventParameters, HistoryEvent } from "@/lib/vpn/events";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

const at = (minutes: number) => T0 + minutes * MINUTE_MS;
const list = (asked: Partial<EventParameters> = {}, user = OPERATOR) =>
  listEvents({ ...NO_EVENT_PARAMETERS, ...asked }, user);
/** What an event is of and what it says: `vco-1 down`, `region-1 no_data`. */
const told = ({ regionId, vpnConnectionId, kind }: HistoryEvent) =>
  `${vpnConnectionId ?? regionId} ${kind}`;
const found = async (asked: Partial<EventParameters>, user = OPERATOR) =>
  (await list(asked, user)).events.map(told);

/** Another region has the same connection id and gateway id as the first: regions must not be mixed up. */
async function readElsewhere(minutes: number, status: string) {
  const connections = [single(status, { regionId: "region-2" })];
  await recordRead({ regionId: "region-2", at: at(minutes), connections }, null);
  await untilRecorded();
}

/** Of two regions: changes at minutes 1 to 4, and a time without data of the first from 4 to 20. */
async function makeHistory() {
  await read(0, [single(UP), pair(UP, UP)]);
  await readElsewhere(0, UP);
  await read(1, [single(DOWN), pair(UP, UP)]);
  await read(2, [single(DOWN), pair(UP, DOWN)]);
  await readElsewhere(3, DOWN);
  await read(4, [single(UP), pair(UP, DOWN)]);
  await recordMissingRead("region-1", "access_denied", at(15));
  await read(20, [single(UP), pair(UP, DOWN)], "access_denied");
}

const ALL = [
  "region-1 data_back",
  "region-1 no_data",
  "vco-1 up",
  "vco-1 down",
  "vco-2 degraded",
  "vco-2 tunnel_down",
  "vco-1 down",
];

describe("events", () => {
  beforeEach(makeHistory);

  it("come newest first, with counts by kind and the time at which history begins", async () => {
    const { events, totalCount, counts, since } = await list();
    expect(events.map(told).toSorted()).toEqual(ALL.toSorted());
    expect(events.map((event) => event.at)).toEqual([20, 4, 4, 3, 2, 2, 1].map(at));
    expect(totalCount).toBe(ALL.length);
    expect(since).toBe(T0);
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([
      ["down", 2],
      ["degraded", 1],
      ["up", 1],
      ["tunnel_down", 1],
      ["no_data", 1],
      ["data_back", 1],
    ]);
  });

  it.each<[Partial<EventParameters>, string[]]>([
    [{ regionId: "region-2" }, ["vco-1 down"]],
    [{ regionId: "region-none" }, []],
    [{ vpnConnectionId: "vco-1", regionId: "region-1" }, ["vco-1 up", "vco-1 down"]],
    [{ vpnGatewayId: "vpn-2" }, ["vco-2 degraded", "vco-2 tunnel_down"]],
    [{ customerGatewayId: "cgw-2" }, ["vco-2 degraded", "vco-2 tunnel_down"]],
    [{ vpnGatewayId: "vpn-1", customerGatewayId: "cgw-2" }, []],
    [{ kind: ["up", "no_data"] }, ["region-1 no_data", "vco-1 up"]],
    [{ since: at(2), until: at(3) }, ["vco-2 degraded", "vco-2 tunnel_down"]],
    [{ since: at(20) }, ["region-1 data_back"]],
    [{ until: at(1) }, []],
  ])("that %j asks for are those", async (asked, expected) => {
    expect((await found(asked)).toSorted()).toEqual(expected.toSorted());
  });

  it("are counted by all that is asked but the kinds", async () => {
    const { counts, totalCount } = await list({ kind: ["up"], regionId: "region-1" });
    expect(totalCount).toBe(1);
    expect(counts).toMatchObject({ up: 1, down: 1, no_data: 1, data_back: 1 });
  });

  it("come page by page, each once", async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((pageNumber) => list({ pageNumber, pageSize: 3 })),
    );
    expect(pages.map(({ events }) => events.length)).toEqual([3, 3, 1, 0]);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([7, 7, 7, 7]);
    const whole = await list();
    expect(pages.flatMap(({ events }) => events)).toEqual(whole.events);
  });

  it("are those of a region for whom may see a region", async () => {
    const user = userWith(["viewer:region-2"]);
    const { events, totalCount, counts } = await list({}, user);
    expect(events.map(told)).toEqual(["vco-1 down"]);
    expect(totalCount).toBe(1);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await found({ regionId: "region-1" }, user)).toEqual([]);
    expect(await found({ vpnConnectionId: "vco-2" }, user)).toEqual([]);
  });

  it.each(["vpn-2", "cgw-2"])(
    "are those of the region and of %s for whom may see it",
    async (id) => {
      const user = userWith([`viewer:region-1/${id}`]);
      const mine = [
        "region-1 data_back",
        "region-1 no_data",
        "vco-2 degraded",
        "vco-2 tunnel_down",
      ];
      const { events, totalCount, counts } = await list({}, user);
      expect(events.map(told).toSorted()).toEqual(mine.toSorted());
      expect(totalCount).toBe(4);
      expect(counts).toMatchObject({ down: 0, up: 0, degraded: 1, tunnel_down: 1 });
      expect(await found({ vpnGatewayId: "vpn-1" }, user)).toEqual([]);
      expect(await found({ vpnConnectionId: "vco-1" }, user)).toEqual([]);
    },
  );

  it("add up for whom several roles allow something", async () => {
    const user = userWith(["viewer:region-2", "viewer:region-1/vpn-1"]);
    expect(await found({ kind: ["down"] }, user)).toEqual(["vco-1 down", "vco-1 down"]);
    expect(await found({ kind: ["degraded"] }, user)).toEqual([]);
  });

  it("are those of the regions that TUNNELBOARD_REGIONS shows", async () => {
    vi.stubEnv("TUNNELBOARD_REGIONS", "region-2");
    globalThis.__tunnelboard = undefined;
    expect(await found({})).toEqual(["vco-1 down"]);
    expect(await found({}, userWith(["viewer:region-1"]))).toEqual([]);
    expect(await list()).toMatchObject({ totalCount: 1, counts: { up: 0, down: 1 } });
  });
});

describe("a file of events", () => {
  const BEGINNING = T0 - 10 * MINUTE_MS;

  /** So many that they take three portions, several of them at one time. */
  async function fill(count: number, time = (index: number) => BEGINNING + Math.floor(index / 7)) {
    const row = { account: ACCOUNT, region_id: "region-1", vpn_connection_id: "vco-1" };
    const nothing = { tunnel: null, before: null, after: null, lasted: null, changes: null };
    await writeToDatabase(async (db) => {
      for (let index = 0; index < count; index += 1) {
        const event = { name: `${index}`, kind: "down" as const, at: time(index), reason: null };
        await db
          .insertInto("events")
          .values({ ...row, ...nothing, ...event })
          .execute();
      }
    });
  }

  it("holds each event once, newest first, while more happens", async () => {
    await fill(1203);
    const names: string[] = [];
    for await (const portion of allEvents(NO_EVENT_PARAMETERS, OPERATOR)) {
      names.push(...portion.map(({ name }) => name));
      await fill(3, () => T0 + 1);
    }
    expect(names).toEqual(Array.from({ length: 1203 }, (_, index) => String(1202 - index)));
  });

  it("holds what the user may see, whatever page was asked for", async () => {
    await makeHistory();
    const user = userWith(["viewer:region-2"]);
    const portions: HistoryEvent[][] = [];
    const asked = { ...NO_EVENT_PARAMETERS, pageNumber: 9, pageSize: 1 };
    for await (const portion of allEvents(asked, user)) portions.push(portion);
    expect(portions.flat().map(told)).toEqual(["vco-1 down"]);
  });

  it("begins with an empty portion where there is nothing", async () => {
    const portions: HistoryEvent[][] = [];
    for await (const portion of allEvents(NO_EVENT_PARAMETERS, OPERATOR)) portions.push(portion);
    expect(portions).toEqual([[]]);
  });
});
