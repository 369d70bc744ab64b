import Papa from "papaparse";
import { expect, REGION, test } from "@/e2e/fixtures";
import { eventsOf, readWith, untilTold } from "@/e2e/make-events";
import { PHASE_1_FAILED, single, UP } from "@/e2e/wire";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import { api } from "@/lib/vpn/hrefs";

/** What is not RFC 4180 fails the test. */
function rowsOf(text: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ",",
    newline: "\r\n",
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  // The last row says that the file is whole.
  expect(data.pop()).toMatchObject({ id: "#end", at: String(data.length) });
  return data;
}

/** Whatever comes after a first read has been created. */
test.beforeEach(({ app, simulator }) => readWith(app, simulator, []));

test("files hold all that the list finds, and no formula that somebody has made a name", async ({
  app,
  request,
  simulator,
}) => {
  const names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "a;=1", "上海, 杭州", '"quoted"'];
  const bodies = (status: string, end = "") =>
    names.map((Name, index) =>
      single(`hostile-${index}`, status, { Name: Name + end, VpnGatewayId: "vpn-files" }),
    );
  await readWith(app, simulator, bodies(UP));
  await readWith(app, simulator, bodies(PHASE_1_FAILED, "!"));
  const asked = { vpnGatewayId: "vpn-files", regionId: REGION };
  await expect.poll(async () => (await eventsOf(app, asked)).counts.config_changed).toBe(8);
  const { totalCount, events } = await eventsOf(app, { ...asked, pageSize: 50 });
  const whole = { ...NO_EVENT_PARAMETERS, ...asked, pageNumber: 3, pageSize: 1 };

  const csv = await request.get(api.downloadEvents(whole, "csv"));
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(csv.headers()["content-disposition"]).toMatch(
    new RegExp(String.raw`^attachment; filename="events-${REGION}-\d{4}-\d\d-\d\d\.csv"$`),
  );
  const body = await csv.body();
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = rowsOf(body.toString("utf8"));
  expect(rows).toHaveLength(totalCount);
  expect(rows.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /(^|[,;|\t])\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  expect(rows.map(({ name }) => name)).toContain("'=1+1!");

  const json = await (await request.get(api.downloadEvents(whole, "json"))).json();
  expect(json).toMatchObject({ ...asked, totalCount, isComplete: true });
  expect(json.events).toEqual(events);
});

test("a file of nothing is whole too", async ({ request }) => {
  const asked = { ...NO_EVENT_PARAMETERS, vpnConnectionId: "vco-nothing" };
  expect(rowsOf(await (await request.get(api.downloadEvents(asked, "csv"))).text())).toEqual([]);
  const json = await (await request.get(api.downloadEvents(asked, "json"))).json();
  expect(json).toMatchObject({ events: [], totalCount: 0, isComplete: true });
});

for (const [query, parameter] of [
  ["kind=exploded", "kind"],
  ["since=yesterday", "since"],
  ["until=2026-01-01T00:00", "until"],
  ["regionId=..%2F", "regionId"],
  ["pageSize=51", "pageSize"],
  ["format=xlsx", "format"],
  ["status=down", "status"],
] as const) {
  test(`${query} is a 400 that names ${parameter}`, async ({ request }) => {
    const reply = await request.get(`${api.events()}?${query}`);
    expect(reply.status()).toBe(400);
    expect(await reply.json()).toMatchObject({ code: "invalid_parameter", parameter });
  });
}

test("the same question is answered with 304 while nothing has happened", async ({
  app,
  request,
  simulator,
}) => {
  const asked = { vpnConnectionId: "vco-same" };
  await readWith(app, simulator, [single("same", UP)]);
  await untilTold(app, asked, 1);
  const { etag = "" } = (await request.get(api.events(asked))).headers();
  const again = await request.get(api.events(asked), { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
});
