import type { APIRequestContext } from "playwright/test";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { expectNoSecret } from "@/e2e/every-address";
import { expectAllInSight } from "@/e2e/no-overflow";
import { wordsOf } from "@/e2e/reply-summary";
import { pair, PHASE_1_FAILED, setUp, single, UP } from "@/e2e/wire";
import type { Simulator } from "@/lib/simulator/simulator";
import { api, pages } from "@/lib/vpn/hrefs";
import type { ConnectionLogs, LogQuestion } from "@/lib/vpn/logs/connection-logs";

/** Reads are kept for 30 seconds: each test has connections of its own. */
const LOGS = "DescribeVpnConnectionLogs";
const DIAGNOSIS = "DiagnoseVpnConnections";

const logsOf = async (
  request: APIRequestContext,
  id: string,
  question: Partial<LogQuestion> = {},
): Promise<ConnectionLogs> => (await request.get(api.logs(REGION, id, question))).json();

const answer = (simulator: Simulator, action: string, body: object) =>
  simulator.faults.add({ action, kind: "body", body: JSON.stringify(body) });

const DIAGNOSED = {
  TotalCount: 1,
  VpnConnections: [
    {
      VpnConnectionId: "vco-ill",
      TunnelId: "tun-ill-1",
      FailedReasonCode: "DhGroupMismatch",
      FailedReason: "DH group mismatch",
      Severity: "Critical",
      MismatchLocalParam: "group2",
      MismatchRemoteParam: "group14",
    },
  ],
};

test("the page of a connection that is down leads to the reason, and back to earlier minutes", async ({
  page,
  request,
  simulator,
}) => {
  setUp(simulator, [pair("ill", [PHASE_1_FAILED, UP]), single("well", UP)]);
  answer(simulator, DIAGNOSIS, DIAGNOSED);
  await page.goto(pages.vpnConnection(REGION, "vco-ill"));
  await page.getByRole("link", { name: "Read logs and diagnosis" }).click();
  await expect(page).toHaveURL(pages.logs(REGION, "vco-ill"));
  const first = page.getByRole("region", { name: /^Tunnel 1 \(active\)/ });
  await expect(
    first.getByRole("heading", { name: "Critical: The DH groups of phase 1 differ" }),
  ).toBeVisible();
  await expect(first.getByText("Set here").locator("xpath=..")).toContainText("group2");
  await expect(first.getByText("Set at the other end").locator("xpath=..")).toContainText(
    "group14",
  );
  const { logs } = await logsOf(request, "vco-ill");
  const [error] = logs;
  const row = first.getByRole("row").filter({ hasText: error?.text });
  await expect(row).toContainText(`Error${error?.meaning}`);
  const second = page.getByRole("region", { name: /^Tunnel 2 \(standby\)/ });
  await expect(second.getByText("No line is a known error.")).toBeVisible();

  await page.getByRole("link", { name: "Earlier 10 minutes" }).click();
  await expect(page).toHaveURL(/logs\?until=\d+$/);
  await expect(page.getByText("A diagnosis covers the last three minutes only")).toBeVisible();
  await expect(first.getByRole("row").nth(1)).toBeVisible();
  await page.getByRole("link", { name: "Tunnel 2" }).click();
  await expect(first).toHaveCount(0);
  await page.getByRole("link", { name: "Latest" }).click();
  await expect(page).toHaveURL(pages.logs(REGION, "vco-ill", { tunnelId: "tun-ill-2" }));
  await page.goto(`${pages.logs(REGION, "vco-ill")}?minutes=99&until=never&tunnelId=tun-none`);
  await expect(first).toBeVisible();
  await page.goto(pages.vpnConnection(REGION, "vco-well"));
  await expect(page.getByRole("link", { name: "Logs and diagnosis" })).toHaveAttribute(
    "href",
    pages.logs(REGION, "vco-well"),
  );
});

test("a page in Chinese, without a script, has everything in its HTML", async ({
  app,
  simulator,
}) => {
  setUp(simulator, [single("ning", PHASE_1_FAILED)]);
  const headers = { "accept-language": "zh-CN" };
  const html = await (await fetch(app.url + pages.logs(REGION, "vco-ning"), { headers })).text();
  const words = wordsOf(html);
  const reply = await fetch(app.url + api.logs(REGION, "vco-ning"), { headers });
  const { logs, diagnosis }: ConnectionLogs = await reply.json();
  for (const text of ["日志与诊断", "更早的 10 分钟", logs[0]?.meaning, diagnosis?.[0]?.advice]) {
    expect(words).toContain(text);
  }
});

test("strange answers are told as what they are", async ({ request, simulator }) => {
  const names = ["unready", "quiet", "bare", "flood", "odd"];
  setUp(
    simulator,
    names.map((name) => single(name, PHASE_1_FAILED)),
  );
  const of = async (name: string, logs: object, diagnosis: object = { VpnConnections: [] }) => {
    answer(simulator, LOGS, logs);
    answer(simulator, DIAGNOSIS, diagnosis);
    const read = await logsOf(request, `vco-${name}`);
    const html = await (await request.get(pages.logs(REGION, `vco-${name}`))).text();
    simulator.faults.clear();
    return { read, words: wordsOf(html) };
  };
  const unready = await of("unready", { IsCompleted: false, Data: { Logs: ["HASH mismatched"] } });
  expect(unready.read).toMatchObject({ isComplete: false, logs: [{ text: "HASH mismatched" }] });
  expect(unready.words).toContain("has not collected all lines");
  const quiet = await of("quiet", { Count: "0", IsCompleted: "true", Data: {} });
  expect(quiet.read).toMatchObject({ isComplete: true, logs: [], diagnosis: [] });
  expect(quiet.words).toContain("No lines in this time");
  expect((await of("bare", { Count: 0, IsCompleted: true })).read.logs).toEqual([]);
  const Logs = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
  const flood = await of("flood", { Data: { Logs } });
  expect(flood.read.logs).toHaveLength(5_000);
  expect(flood.words).toContain("200 of 5000 lines are shown");
  const odd = await of(
    "odd",
    { Data: { Logs: ["boring", `x\u001b[31m\u202e${"y".repeat(20_000)}`, "HASH mismatched"] } },
    {
      VpnConnections: [
        { FailedReasonCode: "Brand.New", FailedReason: "It broke", Severity: "Odd" },
      ],
    },
  );
  expect(odd.read.logs.map(({ position }) => position)).toEqual([3, 1, 2]);
  expect(odd.read.diagnosis).toMatchObject([
    { code: "Brand.New", title: "It broke", severity: "Odd" },
  ]);
  expect(odd.words).toMatch(/Odd ?: It broke/);
  for (const control of ["\u001b", "\u202e"]) expect(odd.words).not.toContain(control);
});

test("nonsense in the API's address is refused, and what is not there is not found", async ({
  request,
  simulator,
}) => {
  setUp(simulator, [pair("asked", [UP, UP])]);
  for (const [query, status, parameter] of [
    ["minutes=0", 400, "minutes"],
    ["minutes=11", 400, "minutes"],
    ["until=soon", 400, "until"],
    ["until=1", 400, "until"],
    ["since=1", 400, "since"],
    ["tunnelId=tun-none", 404, "tunnelId"],
  ] as const) {
    const reply = await request.get(`${api.logs(REGION, "vco-asked")}?${query}`);
    expect([reply.status(), (await reply.json()).parameter], query).toEqual([status, parameter]);
  }
});

test("what is refused or throttled is said with its action, and hides nothing else", async ({
  request,
  simulator,
}) => {
  setUp(
    simulator,
    ["mute", "blind", "shut", "busy"].map((name) => single(name, PHASE_1_FAILED)),
  );
  const page = async (id: string) =>
    wordsOf(await (await request.get(pages.logs(REGION, id))).text());
  const deny = (action: string) =>
    simulator.faults.add({ action, kind: "error", code: "Forbidden.RAM" });

  deny(LOGS);
  expect(await page("vco-mute")).toMatch(/lacks the action vpc:DescribeVpnConnectionLogs/);
  expect((await logsOf(request, "vco-mute")).diagnosis).toHaveLength(1);
  simulator.faults.clear();
  deny(DIAGNOSIS);
  const blind = await page("vco-blind");
  expect(blind).toMatch(/lacks the action vpc:DiagnoseVpnConnections/);
  expect(blind).toContain("as Alibaba Cloud sent them");
  deny(LOGS);
  const shut = await page("vco-shut");
  expect(shut).toMatch(/vpc:DiagnoseVpnConnections.*vpc:DescribeVpnConnectionLogs/);
  const refused = await request.get(api.logs(REGION, "vco-shut"));
  expect([refused.status(), (await refused.json()).code]).toEqual([502, "access_denied"]);
  simulator.faults.clear();

  // In a region of its own, since the server remembers it for a minute.
  const elsewhere = "cn-beijing";
  simulator.setConnections(elsewhere, [single("busy", PHASE_1_FAILED)]);
  for (const action of [LOGS, DIAGNOSIS]) {
    simulator.faults.add({ action, kind: "throttle", retryAfterMs: 60_000, times: 1 });
  }
  const throttled = await request.get(api.logs(elsewhere, "vco-busy"));
  expect([throttled.status(), (await throttled.json()).code]).toEqual([503, "throttled"]);
  expect(Number(throttled.headers()["retry-after"])).toBeGreaterThan(0);
  const html = await (await request.get(pages.logs(elsewhere, "vco-busy"))).text();
  expect(wordsOf(html)).toContain("API quota exceeded");
});

test("no key and no token gets out with a line, nor does a long one break the page", async ({
  app,
  page,
  simulator,
}) => {
  setUp(simulator, [
    single("leaky", PHASE_1_FAILED, { IkeConfig: { IkeVersion: "ikev2", Psk: SECRETS.psk } }),
  ]);
  const { accessKeyId, accessKeySecret } = simulator;
  const lines = [
    `psk=${SECRETS.psk}`,
    `the key ${SECRETS.psk} does not fit`,
    `BGP authKey: "${SECRETS.authKey}"`,
    `caller ${accessKeyId} ${accessKeySecret}`,
    `seen LTAIsecretLTAIsecret in https://x.example/?Signature=LTAIsecret`,
    `HASH mismatched ${"w".repeat(3_000)}`,
    "隧道".repeat(500),
  ];
  answer(simulator, LOGS, { Data: { Logs: lines } });
  answer(simulator, DIAGNOSIS, {
    VpnConnections: [
      {
        FailedReasonCode: "PskMismatch",
        FailedReason: `psk=${SECRETS.psk} ${"v".repeat(900)}`,
        MismatchLocalParam: SECRETS.psk,
        MismatchRemoteParam: "hunter2",
        SourceLog: lines[1],
      },
    ],
  });
  const texts = [api.logs(REGION, "vco-leaky"), pages.logs(REGION, "vco-leaky")].map(
    async (address) => (await fetch(app.url + address)).text(),
  );
  for (const text of await Promise.all(texts)) {
    expect(text).toContain("[secret]");
    expectNoSecret(text, "the logs", simulator);
    expect(text).not.toContain("hunter2");
  }
  expectNoSecret(app.output(), "the output of the server", simulator);
  await page.goto(pages.logs(REGION, "vco-leaky"));
  for (const width of [390, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAllInSight(page, `logs at ${width} px`);
  }
});
