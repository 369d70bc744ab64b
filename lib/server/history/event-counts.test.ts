import { afterEach, beforeEach, expect, it } from "vitest";
import { listEvents } from "@/lib/server/history/event-list";
import { removeOldHistory } from "@/lib/server/history/retention";
import { ACCOUNT } from "@/lib/server/database/schema";
import { writeToDatabase } from "@/lib/server/database/store";
import { DOWN, MINUTE_MS, read, single, startHistory, T0, UP } from "@/lib/server/testing/history";
import { OPERATOR, userWith } from "@/lib/server/testing/users";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { DAY_MS } from "@/lib/vpn/history";

let history: ReturnType<typeof startHistory>;
beforeEach(() => {
  history = startHistory();
});
afterEach(() => history.end());

async function counts(asked = NO_EVENT_PARAMETERS, user = OPERATOR) {
  const list = await listEvents(asked, user);
  const some = Object.entries(list.counts).filter(([, count]) => count > 0);
  return { totalCount: list.totalCount, ...Object.fromEntries(some) };
}

it("counts grow with what happens, each question for itself", async () => {
  const ofGateway = { ...NO_EVENT_PARAMETERS, vpnGatewayId: "vpn-9" };
  expect(await counts()).toEqual({ totalCount: 0 });
  await read(0, [single(UP)]);
  await read(1, [single(DOWN)]);
  expect(await counts()).toEqual({ totalCount: 1, down: 1 });
  expect(await counts(ofGateway)).toEqual({ totalCount: 0 });
  await read(2, [single(UP)]);
  await read(3, [single(DOWN)]);
  expect(await counts()).toEqual({ totalCount: 3, down: 2, up: 1 });
  expect(await counts()).toEqual({ totalCount: 3, down: 2, up: 1 });
  expect(await counts(ofGateway)).toEqual({ totalCount: 0 });
});

it("who asks at the same time is told the same", async () => {
  await read(0, [single(UP)]);
  await read(1, [single(DOWN)]);
  const asked = await Promise.all([counts(), counts(), counts()]);
  expect(asked).toEqual(Array.from({ length: 3 }, () => ({ totalCount: 1, down: 1 })));
  await read(2, [single(UP)]);
  expect(await Promise.all([counts(), counts()])).toEqual([
    { totalCount: 2, down: 1, up: 1 },
    { totalCount: 2, down: 1, up: 1 },
  ]);
});

it("counts follow a connection that comes to another gateway, with all that happened to it", async () => {
  const user = userWith(["viewer:region-1/vpn-9"]);
  await read(0, [single(UP)]);
  await read(1, [single(DOWN)]);
  expect(await counts(NO_EVENT_PARAMETERS, user)).toEqual({ totalCount: 0 });
  await read(2, [single(DOWN, { vpnGatewayId: "vpn-9" })]);
  expect(await counts(NO_EVENT_PARAMETERS, user)).toEqual({
    totalCount: 2,
    down: 1,
    config_changed: 1,
  });
});

it("what has been counted for one user is not told another who may see less", async () => {
  const user = userWith(["viewer:region-1/vpn-9"]);
  await read(0, [single(UP)]);
  await read(1, [single(DOWN)]);
  expect(await counts()).toEqual({ totalCount: 1, down: 1 });
  expect(await counts(NO_EVENT_PARAMETERS, user)).toEqual({ totalCount: 0 });
  expect(await counts()).toEqual({ totalCount: 1, down: 1 });
});

it("what is removed because of its age is no longer counted", async () => {
  await read(0, [single(UP)]);
  await read(1, [single(DOWN)]);
  await read(2, [single(UP)]);
  expect(await counts()).toEqual({ totalCount: 2, down: 1, up: 1 });
  await removeOldHistory(T0 + 90 * DAY_MS + 1.5 * MINUTE_MS);
  expect(await counts()).toEqual({ totalCount: 1, up: 1 });
});

it("many are counted in portions, none twice and none left out", async () => {
  const row = {
    account: ACCOUNT,
    region_id: "region-1",
    vpn_connection_id: "vco-1",
    name: "",
    tunnel: null,
    before: null,
    after: null,
    lasted: null,
    changes: null,
    reason: null,
  };
  const rows = Array.from({ length: 450 }, (_, index) => ({
    ...row,
    kind: index % 3 === 0 ? ("up" as const) : ("down" as const),
    at: T0 + index,
  }));
  await writeToDatabase(async (db) => {
    for (let time = 0; time < 100; time += 1) await db.insertInto("events").values(rows).execute();
  });
  expect(await counts()).toEqual({ totalCount: 45_000, up: 15_000, down: 30_000 });
});
