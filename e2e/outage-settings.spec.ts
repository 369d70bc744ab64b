import { freePort, startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { goodDayOf, isEnough, ofAll } from "@/e2e/outage";
import { wordsOf } from "@/e2e/reply-summary";
import { expectSummaries, expectSoundServer } from "@/e2e/every-address";
import { pages } from "@/lib/vpn/hrefs";

const UNREACHABLE = { code: "unreachable", status: 502 } as const;

/** Ways in which the server's own settings keep it from the API, and the reason it must name. */
const ENDPOINTS = [
  {
    name: "a port where nothing listens",
    endpointOf: async () => `http://127.0.0.1:${await freePort()}`,
    reason: /\(ECONNREFUSED\)/,
  },
  {
    name: "an endpoint that speaks no TLS",
    endpointOf: async (url: string) => url.replace("http://", "https://"),
    reason: /\((EPROTO|ERR_SSL_\w+)\)/,
  },
  {
    name: "a host without an address",
    endpointOf: async () => "http://no-such-host.invalid",
    // The second where there is no name server to ask.
    reason: /\((ENOTFOUND|EAI_AGAIN)\)/,
  },
];

for (const [index, { name, endpointOf, reason }] of ENDPOINTS.entries()) {
  const what = index === 0 ? "every page and route" : "every route and the list";
  test(`${name}: ${what} says that the API cannot be reached, and why`, async ({
    app: goodApp,
    simulator,
  }) => {
    test.slow();
    const { visits: all, summary } = await goodDayOf(goodApp, simulator);
    const visits = index === 0 ? all : all.filter((one) => isEnough(one, summary(one)));
    const app = await startApp(simulator, { VPC_ENDPOINT: await endpointOf(simulator.url) });
    await expectSummaries(app, simulator, visits, (one) =>
      // Nobody is there to know which regions there are.
      one.address.includes("no-such-region")
        ? `${one.as === "data" ? 502 : 200}${one.as === "payload" ? "" : " unreachable"}`
        : ofAll(one, summary(one), UNREACHABLE),
    );
    const list = await fetch(app.url + pages.vpnConnections(REGION));
    expect(wordsOf(await list.text())).toMatch(reason);
    await expectSoundServer(app, simulator);
    await app.close();
  });
}
