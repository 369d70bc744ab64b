import Papa from "papaparse";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { api } from "@/lib/vpn/hrefs";
import { type ListParameters, listParametersOf, NO_PARAMETERS } from "@/lib/vpn/list-parameters";

const parametersOf = (asked: Partial<ListParameters>) => ({
  ...listParametersOf(NO_PARAMETERS),
  ...asked,
});
const csvOf = (asked: Partial<ListParameters> = {}) =>
  api.download(REGION, parametersOf(asked), "csv");
const jsonOf = (asked: Partial<ListParameters> = {}) =>
  api.download(REGION, parametersOf(asked), "json");

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
  expect(data.pop()).toMatchObject({ regionId: "#end", vpnConnectionId: String(data.length) });
  return data;
}

const TODAY = String.raw`\d{4}-\d{2}-\d{2}`;

for (const [address, extension, type] of [
  [csvOf(), "csv", "text/csv; charset=utf-8; header=present"],
  [jsonOf(), "json", "application/json"],
] as const) {
  test(`a ${extension} file has a name, a type and nobody's cache`, async ({ request }) => {
    const reply = await request.get(address);
    expect(reply.status()).toBe(200);
    const headers = reply.headers();
    expect(headers["content-type"]).toBe(type);
    expect(headers["content-disposition"]).toMatch(
      new RegExp(`^attachment; filename="vpn-connections-${REGION}-${TODAY}\\.${extension}"$`),
    );
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test(`a ${extension} file holds no secret`, async ({ request }) => {
    const text = await (await request.get(address)).text();
    expect(text).toContain("hz-prod-to-frankfurt-dc1");
    for (const secret of Object.values(SECRETS)) expect(text.includes(secret)).toBe(false);
  });
}

for (const asked of [
  {},
  { pageNumber: 2, pageSize: 5 },
  { status: ["down" as const] },
  { sort: "-name" as const },
  { q: "nothing has this name" },
]) {
  test(`files for ${JSON.stringify(asked)} hold all that the list finds`, async ({ request }) => {
    const list = await (await request.get(api.vpnConnections(REGION, asked))).json();
    const rows = rowsOf(await (await request.get(csvOf(asked))).text());
    expect(rows).toHaveLength(list.totalCount);
    const file = await (await request.get(jsonOf(asked))).json();
    expect(file).toMatchObject({ regionId: REGION, totalCount: list.totalCount, unreadable: [] });
    expect(Object.entries(file).at(-1)).toEqual(["isComplete", true]);
    expect(file.vpnConnections).toHaveLength(list.totalCount);
    expect(rows.map((row) => row.vpnConnectionId)).toEqual(
      file.vpnConnections.map((one: { vpnConnectionId: string }) => one.vpnConnectionId),
    );
  });
}

test("CSV begins with a byte order mark, ends its lines with CRLF and has no formulas", async ({
  request,
  simulator,
}) => {
  const names = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", ' "=1', "＝1", "a;=1", "上海, 杭州", "ok"];
  simulator.setConnections(
    REGION,
    names.map((Name, index) => ({ VpnConnectionId: `vco-${index}`, Name })),
  );
  const body = await (await request.get(csvOf())).body();
  expect([...body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = body.toString("utf8");
  expect(text.endsWith("\r\n")).toBe(true);
  const rows = rowsOf(text);
  expect(rows.map(({ name }) => name)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@SUM(A1)",
    "'\t'=1",
    `' "=1`,
    "'＝1",
    "a;'=1",
    "上海, 杭州",
    "ok",
  ]);
  const cells = rows.flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
});

test("what could not be read has a row, and a value that makes no sense is named", async ({
  request,
  simulator,
}) => {
  simulator.setConnections(REGION, [
    { VpnConnectionId: "vco-odd", Name: {}, CreateTime: "soon" },
    { Name: "no id" },
  ]);
  const [odd, broken] = rowsOf(await (await request.get(csvOf())).text());
  expect(odd).toMatchObject({
    regionId: REGION,
    vpnConnectionId: "vco-odd",
    oddValues: "createTime=soon",
    unreadableFields: "",
  });
  expect(broken).toMatchObject({ regionId: REGION, unreadableFields: "VpnConnectionId" });
});

test("a file of a read that failed is a problem, not a file", async ({ request, simulator }) => {
  simulator.faults.add({ action: "DescribeVpnConnections", kind: "error", code: "Forbidden" });
  const reply = await request.get(csvOf());
  expect(reply.status()).toBe(502);
  expect(reply.headers()["content-type"]).toBe("application/problem+json");
  expect(reply.headers()["content-disposition"]).toBeUndefined();
});

for (const query of ["format=xlsx", "format=CSV", "format=", "format=csv&format=json"]) {
  test(`${query} is a 400 that names format`, async ({ request }) => {
    const reply = await request.get(`${api.vpnConnections(REGION)}?${query}`);
    expect(reply.status()).toBe(400);
    const problem = await reply.json();
    expect(problem).toMatchObject({ code: "invalid_parameter", parameter: "format" });
    expect(problem.detail).toContain("format");
  });
}
