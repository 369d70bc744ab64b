import { describe, expect, it } from "vitest";
import { downloadEvents } from "@/lib/server/export/events";
import { readCsv } from "@/lib/server/export/test-lists";
import { DatabaseError } from "@/lib/server/database/database-error";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { HistoryEvent } from "@/lib/vpn/events";

const NOW = Date.UTC(2026, 10, 23, 23, 59, 59);

const EVENT: HistoryEvent = {
  id: "7",
  at: Date.UTC(2026, 10, 23, 12),
  regionId: "cn-hangzhou",
  vpnConnectionId: "vco-1",
  vpnGatewayId: null,
  name: "office",
  kind: "config_changed",
  tunnel: 2,
  before: null,
  after: null,
  lasted: 60_000,
  changes: [
    { field: "ikeConfig.ikeLifetime", before: "86400", after: "3600" },
    { field: "tags", before: null, after: "a|b:50%" },
  ],
  reason: null,
};

async function* portions(...pages: HistoryEvent[][]) {
  yield* pages;
}
async function* failing(after: HistoryEvent[][]) {
  yield* after;
  throw new DatabaseError("unreachable");
}
const csv = async (...pages: HistoryEvent[][]) => {
  const file = await downloadEvents(NO_EVENT_PARAMETERS, portions(...pages), "csv", NOW);
  return file.text();
};

describe("a file of events", () => {
  it.each([
    [null, "csv", "events-all-regions-2026-11-23.csv"],
    ["cn-hangzhou", "json", "events-cn-hangzhou-2026-11-23.json"],
  ] as const)("of %j as %s is called %s", async (regionId, format, name) => {
    const asked = { ...NO_EVENT_PARAMETERS, regionId };
    const { headers } = await downloadEvents(asked, portions([]), format, NOW);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("as CSV has a column for each field", async () => {
    const text = await csv([EVENT]);
    expect(text.startsWith("id,at,regionId,vpnConnectionId,vpnGatewayId,name,kind,tunnel,")).toBe(
      true,
    );
    expect(readEvents(text)).toEqual([
      {
        id: "7",
        at: "2026-11-23T12:00:00.000Z",
        regionId: "cn-hangzhou",
        vpnConnectionId: "vco-1",
        vpnGatewayId: "",
        name: "office",
        kind: "config_changed",
        tunnel: "2",
        before: "",
        after: "",
        lasted: "60000",
        changes: "ikeConfig.ikeLifetime=86400->3600|tags=->a%7Cb:50%25",
        reason: "",
      },
    ]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", ' "=1', "＝1"])(
    "as CSV has no formula where somebody has called a connection %j",
    async (name) => {
      const changes = [{ field: "name", before: `a;${name}`, after: name }];
      const [row] = readEvents(await csv([{ ...EVENT, name, changes }]));
      expect(row?.name?.startsWith("'")).toBe(true);
      expect(row?.changes).toMatch(/^name=a;'/);
    },
  );

  it.each([0, 1, 120])("as CSV tells that it is whole with %i events", async (count) => {
    const text = await csv(
      Array.from({ length: count }, () => EVENT),
      [],
    );
    expect(readEvents(text)).toHaveLength(count);
  });

  it.each([0, 1, 120])("as JSON holds the question and %i events", async (count) => {
    const events = Array.from({ length: count }, (_, index) => ({ ...EVENT, id: `${index}` }));
    const asked = { ...NO_EVENT_PARAMETERS, kind: ["down" as const], since: 5 };
    const file = await downloadEvents(
      asked,
      portions(events.slice(0, 60), events.slice(60)),
      "json",
      NOW,
    );
    const { pageNumber: _number, pageSize: _size, ...question } = asked;
    const text = await file.text();
    const whole = JSON.parse(text);
    expect(whole).toEqual({
      ...question,
      fetchedAt: NOW,
      events,
      totalCount: count,
      isComplete: true,
    });
    expect(Object.keys(whole).at(-1)).toBe("isComplete");
    expect(text.match(/^ {4}\{"id":.*\},?$/gm) ?? []).toHaveLength(count);
  });

  it.each(["csv", "json"] as const)("as %s is none where the first read fails", async (format) => {
    const file = downloadEvents(NO_EVENT_PARAMETERS, failing([]), format, NOW);
    await expect(file).rejects.toBeInstanceOf(DatabaseError);
  });

  it.each(["csv", "json"] as const)(
    "as %s is broken off where a later read fails",
    async (format) => {
      const file = await downloadEvents(NO_EVENT_PARAMETERS, failing([[EVENT]]), format, NOW);
      await expect(file.text()).rejects.toBeInstanceOf(DatabaseError);
    },
  );
});

/** `id` is the first column, and holds the mark of the last row. */
function readEvents(text: string) {
  return readCsv(text, ["id", "at"]);
}
