import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { goodDayOf, isEnough, ofRegion, orReading } from "@/e2e/outage";
import { expectSummaries, expectSoundServer } from "@/e2e/every-address";
import { numbered, UP } from "@/e2e/wire";
import { api } from "@/lib/vpn/hrefs";
import { NO_PARAMETERS } from "@/lib/vpn/list-parameters";
import type { VpnConnectionList } from "@/lib/vpn/types";

const ACTION = "DescribeVpnConnections";
const ALL = api.download(REGION, NO_PARAMETERS, "json");
const OTHER = "cn-beijing";

for (const contentLength of [true, false]) {
  test(`an answer of 20 MB ${contentLength ? "that says so" : "that does not say so"} is not read to its end, and holds up no other`, async ({
    app,
    simulator,
  }) => {
    test.slow();
    const bytes = 20_000_000;
    const fault = { kind: "big-body", bytes, contentLength, regionId: REGION } as const;
    const { visits: all, summary } = await goodDayOf(app, simulator);
    // What is said of it does not depend on how it was found out.
    const visits = all.filter((one) => contentLength || isEnough(one, summary(one)));
    simulator.faults.add(fault);
    const problem = { code: "bad_answer", status: 502 } as const;
    const others = Array.from({ length: 10 }, () =>
      fetch(app.url + api.vpnConnections(OTHER, { sort: "name" })),
    );
    await expectSummaries(app, simulator, visits, (one) => ofRegion(one, summary(one), problem));
    for (const reply of await Promise.all(others)) expect(reply.status).toBe(200);
    simulator.faults.clear();
    await expectSummaries(app, simulator, visits, summary);
    await expectSoundServer(app, simulator);
  });
}

test("an answer that drips is given up: every page and route says so, and recovers", async ({
  simulator,
}) => {
  test.slow();
  const app = await startApp(simulator);
  const { visits, summary } = await goodDayOf(app, simulator);
  simulator.faults.add({ kind: "drip", ms: 500, bytes: 1, regionId: REGION });
  const problem = { code: "timeout", status: 504 } as const;
  const ofWaiting = orReading(ofRegion);
  await expectSummaries(app, simulator, visits, (one) => ofWaiting(one, summary(one), problem));
  simulator.faults.clear();
  await expectSummaries(app, simulator, visits, summary);
  await expectSoundServer(app, simulator);
  await app.close();
});

/** What comes over it in the middle of a walk of six pages, and mends itself. */
for (const fault of [
  { kind: "error", code: "InvalidSecurityToken.Expired" },
  { kind: "error", code: "ServiceUnavailable" },
  { kind: "reset" },
  { kind: "half-body" },
] as const) {
  test(`${"code" in fault ? fault.code : fault.kind} in the middle of a walk is got over`, async ({
    app,
    simulator,
  }) => {
    simulator.setConnections(
      REGION,
      numbered(300, () => UP),
    );
    simulator.faults.add({ ...fault, action: ACTION, regionId: REGION, after: 2, times: 2 });
    const { vpnConnections }: VpnConnectionList = await (await fetch(app.url + ALL)).json();
    expect(new Set(vpnConnections.map(({ name }) => name)).size).toBe(300);
    expect(vpnConnections).toHaveLength(300);
    // Both were met, so that there was something to get over.
    expect(simulator.faults.list()).toEqual([]);
  });
}

test("a refusal in the middle of a walk fails it all: half a region is none", async ({
  app,
  simulator,
}) => {
  simulator.setConnections(
    REGION,
    numbered(300, () => UP),
  );
  const fault = { kind: "error", code: "Forbidden", action: ACTION, regionId: REGION } as const;
  simulator.faults.add({ ...fault, after: 4, times: 1 });
  const reply = await fetch(app.url + ALL);
  expect(reply.status).toBe(502);
  expect(await reply.json()).toMatchObject({ code: "access_denied" });
  expect((await fetch(app.url + ALL)).status).toBe(200);
});
