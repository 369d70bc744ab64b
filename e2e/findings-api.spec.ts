import { expect, REGION, test } from "@/e2e/fixtures";
import { pairWith, singleWith } from "@/e2e/weak-connections";
import { setUp } from "@/e2e/wire";
import type { FindingList } from "@/lib/vpn/findings/list";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { api } from "@/lib/vpn/hrefs";

const HERE = { regionId: REGION };
const WHOLE = { ...NO_FINDING_PARAMETERS, ...HERE };

test.beforeEach(async ({ request, simulator }) => {
  setUp(simulator, [
    pairWith("plant", { IkeEncAlg: "3des" }),
    singleWith("office", { IkeAuthAlg: "md5" }, { Name: "=1+1" }),
  ]);
  // Once the gateways have been read, nothing changes any more. Findings may be some seconds old.
  const rules = async () => {
    const list: FindingList = await (await request.get(`${api.findings(HERE)}&wait=20`)).json();
    return list.facets.rules.map(({ rule }) => rule);
  };
  await expect
    .poll(rules, { timeout: 45_000 })
    .toEqual(["integrity-md5", "encryption-3des", "no-redundancy", "tunnels-differ"]);
});

test("a finding is told whole, in the reader's language, with counts and how far regions are read", async ({
  request,
}) => {
  const list: FindingList = await (await request.get(api.findings(HERE))).json();
  expect(list).toMatchObject({
    totalCount: 4,
    pageNumber: 1,
    pageSize: 50,
    counts: { critical: 1, high: 1, medium: 2, low: 0, info: 0 },
    waived: 0,
    inspectedConnections: 2,
    regions: [{ regionId: REGION, state: "ready", totalCount: 2 }],
  });
  expect(list.findings[1]).toEqual({
    rule: "encryption-3des",
    severity: "high",
    regionId: REGION,
    vpnConnectionId: "vco-plant",
    vpnGatewayId: "vpn-core",
    tunnel: 2,
    name: "plant",
    evidence: [{ field: "ikeConfig.ikeEncAlg", value: "3des" }],
    references: expect.arrayContaining([
      { title: expect.stringContaining("RFC 8221"), url: expect.stringMatching(/^https:/) },
    ]),
    title: "3DES encryption",
    detail: expect.stringContaining("Phase 1"),
    advice: expect.stringContaining("aes256"),
    customerGatewayIds: expect.arrayContaining([expect.stringMatching(/^cgw-/)]),
    tags: [],
    waiver: null,
  });
  const chinese = await request.get(api.findings(HERE), {
    headers: { "accept-language": "zh-CN" },
  });
  expect((await chinese.json()).findings[1].title).toMatch(/\p{Script=Han}/u);
  const page = await request.get(api.findings({ ...HERE, pageSize: 1, pageNumber: 2 }));
  expect((await page.json()).findings).toEqual([list.findings[1]]);
  const wide: FindingList = await (await request.get(api.findings())).json();
  expect(wide.regions.length).toBeGreaterThan(2);
});

for (const [query, parameter] of [
  ["regionId=cn_nowhere", "regionId"],
  ["rule=rot13", "rule"],
  ["severity=loud", "severity"],
  ["pageSize=51", "pageSize"],
  ["by=connection", "by"],
  ["wait=21", "wait"],
] as const) {
  test(`${query} is a 400 that names ${parameter}`, async ({ request }) => {
    const reply = await request.get(`${api.findings()}?${query}`);
    expect(reply.status()).toBe(400);
    expect(await reply.json()).toMatchObject({ code: "invalid_parameter", parameter });
  });
}

test("a region that does not exist is a 404, as for networks", async ({ request }) => {
  const nowhere = { regionId: "cn-nowhere" };
  const replies = [
    await request.get(api.findings(nowhere)),
    await request.get(api.downloadFindings({ ...WHOLE, ...nowhere }, "csv")),
    await request.get(api.subnets(nowhere)),
  ];
  const told = await Promise.all(
    replies.map(async (reply) => [reply.status(), (await reply.json()).code]),
  );
  expect(told[0]).toEqual(told[2]);
  expect(told[1]).toEqual(told[2]);
});

test("the same question is answered with 304 while nothing else is found", async ({
  request,
  simulator,
}) => {
  // That regions are being read again is told, too, and makes another answer of it.
  let etag = "";
  const again = () => request.get(api.findings(HERE), { headers: { "if-none-match": etag } });
  const twice = async () => {
    etag = (await request.get(api.findings(HERE))).headers().etag ?? "";
    return (await again()).status();
  };
  await expect.poll(twice).toBe(304);
  setUp(simulator, [singleWith("office", { IkeAuthAlg: "sha256" })]);
  await expect
    .poll(async () => {
      const reply = await again();
      return reply.status() === 200 && !(await reply.text()).includes("integrity-md5");
    })
    .toBe(true);
});

test("files hold all that is found, and no formula", async ({ request }) => {
  const list: FindingList = await (await request.get(api.findings(HERE))).json();
  const json = await (await request.get(api.downloadFindings(WHOLE, "json"))).json();
  expect(json).toMatchObject({ ...HERE, totalCount: 4, isComplete: true });
  expect(json.findings).toEqual(list.findings);
  const csv = await request.get(api.downloadFindings({ ...WHOLE, severity: ["critical"] }, "csv"));
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  const lines = (await csv.text()).trim().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(
    /^integrity-md5,critical,cn-hangzhou,vco-office,vpn-core,,"'=1\+1",cgw-/,
  );
  expect(lines[2]).toMatch(/^#end,1,/);
});
