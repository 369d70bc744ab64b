import { startApp } from "@/e2e/app-server";
import { type Case, CASES } from "@/e2e/faults";
import { expect, REGION, test } from "@/e2e/fixtures";
import { goodDayOf, isEnough, ofAll, ofNames, ofRegion } from "@/e2e/outage";
import { wordsOf } from "@/e2e/reply-summary";
import { expectSummaries, expectSoundServer, type Visit } from "@/e2e/every-address";
import { api, pages } from "@/lib/vpn/hrefs";

/** One for each way to go wrong: refused, gone, unreadable, broken. */
const SOME = new Set(["Forbidden.RAM", "a connection that is reset", 'the body "{}"']);
const some = CASES.filter(({ name }) => SOME.has(name));

/** In turns, since the cases together cost more calls than the quota of one region. */
const REGIONS = [REGION, "cn-shanghai", "eu-central-1"];

/** The first case of each problem. */
const FIRST = new Set(new Map(CASES.toReversed().map((one) => [one.code, one])).values());

for (const [index, one] of CASES.entries()) {
  const regionId = REGIONS[index % REGIONS.length] ?? REGION;
  const isFirst = FIRST.has(one);
  const what = isFirst ? "every page and route" : "every route and the list";
  test(`${one.name} in one region: ${what} says so, keeps secrets, and recovers`, async ({
    app,
    simulator,
  }) => {
    test.slow();
    const { visits: all, summary } = await goodDayOf(app, simulator, regionId);
    const few = all.filter((asked) => isEnough(asked, summary(asked)));
    const visits = isFirst ? all : few;
    const problem = { ...one, regionId };
    const wanted = (asked: Visit) => ofRegion(asked, summary(asked), problem);
    const end = simulator.faults.add({ ...one.fault, regionId });
    await expectSummaries(app, simulator, visits, wanted);
    const list = await fetch(app.url + pages.vpnConnections(regionId));
    expect(wordsOf(await list.text())).toMatch(one.advice);
    const reply: Partial<Case> = await (await fetch(app.url + api.vpnConnections(regionId))).json();
    expect(reply.upstreamCode).toBe(one.upstreamCode);
    end();
    // That pages recover as their data does, whatever the cause, the first case sees.
    const again = index === 0 ? visits : few;
    const affected = again.filter((asked) => wanted(asked) !== summary(asked));
    await expectSummaries(app, simulator, affected, summary);
    await expectSoundServer(app, simulator);
    expect(app.output()).toContain(`"outcome":"${one.code}"`);
  });
}

for (const one of some) {
  test(`${one.name} for gateways alone: pages work with ids and say why, and recover`, async ({
    app,
    simulator,
  }) => {
    test.slow();
    const { visits, summary } = await goodDayOf(app, simulator);
    for (const action of ["DescribeVpnGateways", "DescribeCustomerGateways"]) {
      simulator.faults.add({ ...one.fault, regionId: REGION, action });
    }
    const wanted = (asked: Visit) => ofNames(asked, summary(asked), one);
    await expectSummaries(app, simulator, visits, wanted);
    simulator.faults.clear();
    const affected = visits.filter((asked) => wanted(asked) !== summary(asked));
    await expectSummaries(app, simulator, affected, summary);
    await expectSoundServer(app, simulator);
  });

  test(`${one.name} from the start: every page and route says so, and recovers`, async ({
    app: goodApp,
    simulator,
  }) => {
    test.slow();
    const { visits, summary } = await goodDayOf(goodApp, simulator);
    simulator.faults.add(one.fault);
    const app = await startApp(simulator);
    await expectSummaries(app, simulator, visits, (asked) => ofAll(asked, summary(asked), one));
    simulator.faults.clear();
    const again = visits.filter((asked) => one === some[0] || isEnough(asked, summary(asked)));
    await expectSummaries(app, simulator, again, summary);
    await expectSoundServer(app, simulator);
    await app.close();
  });
}
