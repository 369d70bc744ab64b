import { startApp } from "@/e2e/app-server";
import { expect, REGION, test } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";

const LIST = api.vpnConnections(REGION);

for (const [query, parameter] of [
  ["pageSize=51", "pageSize"],
  ["pageSize=0", "pageSize"],
  ["pageSize=-1", "pageSize"],
  ["pageSize=1e9", "pageSize"],
  ["pageSize=abc", "pageSize"],
  ["pageSize=", "pageSize"],
  ["pageNumber=0", "pageNumber"],
  ["pageNumber=99999999999999999999", "pageNumber"],
  ["pageNumber=1&pageNumber=2", "pageNumber"],
  ["vpnGatewayId=a%20b", "vpnGatewayId"],
  [`vpnConnectionId=${"x".repeat(9_000)}`, "vpnConnectionId"],
  ["tag=novalue", "tag"],
  ["colour=red", "colour"],
  ["status=banana", "status"],
  ["tunnelMode=triple", "tunnelMode"],
  ["sort=psk", "sort"],
  ["q=%20", "q"],
] as const) {
  test(`${query.slice(0, 40)} is a 400 that names ${parameter}`, async ({ request, simulator }) => {
    const before = simulator.requests.length;
    const reply = await request.get(`${LIST}?${query}`);
    expect(reply.status()).toBe(400);
    expect(reply.headers()["content-type"]).toBe("application/problem+json");
    const problem = await reply.json();
    expect(problem).toMatchObject({ code: "invalid_parameter", status: 400, parameter });
    expect(problem.detail).toContain(parameter);
    expect(simulator.requests.slice(before).map(({ action }) => action)).not.toContain(
      "DescribeVpnConnections",
    );
  });
}

for (const regionId of [
  "evil.example%23",
  "..%2f",
  "%2e%2e%2fapi",
  "a".repeat(10_000),
  "CN-HANGZHOU",
  "cn-nowhere-9",
]) {
  test(`the region ${regionId.slice(0, 20)} is a 404 that names regionId`, async ({
    request,
    simulator,
  }) => {
    const before = simulator.requests.length;
    const reply = await request.get(`/api/regions/${regionId}/vpn-connections`);
    expect(reply.status()).toBe(404);
    const problem = await reply.json();
    expect(problem).toMatchObject({ code: "not_found", parameter: "regionId" });
    expect(problem.detail).toContain("regionId");
    expect(simulator.requests.slice(before).map(({ action }) => action)).not.toContain(
      "DescribeVpnConnections",
    );
  });
}

test("parameters of a region that has not been read reach the API under its own names, signed", async ({
  request,
  simulator,
}) => {
  const app = await startApp(simulator);
  const reply = await request.get(
    `${app.url}${LIST}?pageNumber=2&pageSize=7&vpnGatewayId=vpn-1&customerGatewayId=cgw-1&vpnConnectionId=vco-1&resourceGroupId=rg-1&tag=env:prod&tag=url:a:b`,
  );
  expect(reply.ok()).toBe(true);
  const sent = simulator.requests.find(({ parameters }) => parameters.PageSize === "7");
  expect(sent).toMatchObject({
    method: "POST",
    verified: true,
    action: "DescribeVpnConnections",
    regionId: REGION,
  });
  expect(sent?.parameters).toMatchObject({
    PageNumber: "2",
    PageSize: "7",
    VpnGatewayId: "vpn-1",
    CustomerGatewayId: "cgw-1",
    VpnConnectionId: "vco-1",
    ResourceGroupId: "rg-1",
    "Tag.1.Key": "env",
    "Tag.1.Value": "prod",
    "Tag.2.Key": "url",
    "Tag.2.Value": "a:b",
  });
  await app.close();
});

test("a list answer has the documented shape and is for nobody's cache", async ({
  request,
  simulator,
}) => {
  const app = await startApp(simulator);
  const reply = await request.get(`${app.url}${LIST}?pageSize=3`);
  expect(reply.headers()["cache-control"]).toBe("no-store");
  expect(reply.headers()["x-content-type-options"]).toBe("nosniff");
  const answer = await reply.json();
  expect(answer).toMatchObject({ pageNumber: 1, pageSize: 3 });
  expect(answer.vpnConnections).toHaveLength(3);
  expect(answer.requestId).toMatch(/^[0-9A-F-]{36}$/);
  expect(typeof answer.fetchedAt).toBe("number");
  const [first] = answer.vpnConnections;
  expect(first).toMatchObject({ regionId: REGION, tunnelMode: "dual", verdict: "up" });
  expect(first.tunnels[0].ikeConfig.psk).toEqual({ configured: true });
  await app.close();
});

test("filters, search and order that the API upstream lacks are answered by the server", async ({
  request,
}) => {
  const read = async (query: string) => (await request.get(`${LIST}?pageSize=50&${query}`)).json();
  const all = await read("sort=-createTime");
  expect(Object.values(all.counts).reduce((sum: number, count) => sum + Number(count), 0)).toBe(
    all.totalCount,
  );
  const times = all.vpnConnections.map((one: { createTime: number }) => one.createTime);
  expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
  const down = await read("status=down");
  expect(down.totalCount).toBe(all.counts.down);
  expect(down.vpnConnections.every((one: { verdict: string }) => one.verdict === "down")).toBe(
    true,
  );
  const found = await read("q=SAP-hana");
  expect(found.vpnConnections[0].name).toBe("sap-hana-dr-link");
});

test("regions have names in the user's language", async ({ request }) => {
  const english = await (await request.get(api.regions)).json();
  expect(english.regions[0]).toEqual({ regionId: REGION, localName: "China (Hangzhou)" });
  const chinese = await (
    await request.get(api.regions, { headers: { "accept-language": "zh-CN" } })
  ).json();
  expect(chinese.regions[0].localName).toContain("杭州");
});

test("problems speak the user's language", async ({ request }) => {
  const reply = await request.get(`${LIST}?pageSize=0`, { headers: { "accept-language": "zh" } });
  expect((await reply.json()).title).toBe("参数有误");
});

test("health answers whatever the API does, and unknown addresses are a problem", async ({
  request,
  simulator,
}) => {
  simulator.faults.add({ kind: "reset" });
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ok" });
  const reply = await request.get("/api/nothing/here");
  expect(reply.status()).toBe(404);
  expect(await reply.json()).toMatchObject({ code: "not_found" });
});
