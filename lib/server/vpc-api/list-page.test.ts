import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectTo } from "@/lib/server/testing/account";
import { customerGatewayBody, vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { heldTexts } from "@/lib/server/testing/held-texts";
import { LISTS } from "@/lib/server/testing/lists";
import { dualTunnel, SECRETS, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { THINGS, things } from "@/lib/server/testing/wire-list";
import { wireResponse } from "@/lib/server/testing/wire-responses";
import { send } from "@/lib/server/vpc-api/client";
import { readListPage } from "@/lib/server/vpc-api/list-page";

vi.mock("@/lib/server/vpc-api/client", () => ({ send: vi.fn<typeof send>() }));

const sent = vi.mocked(send);
const toItem = vi.fn<typeof THINGS.toItem>();

beforeEach(() => {
  connectTo({ url: "http://127.0.0.1:1", accessKeyId: "id", accessKeySecret: "secret" });
  toItem.mockReset().mockImplementation((_regionId, thing) => thing);
  let calls = 0;
  sent.mockReset().mockImplementation(async () => {
    calls += 1;
    return wireResponse({ RequestId: `R-${calls}`, TotalCount: 20, items: body });
  });
  body = things(0, 10);
});
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

let body: unknown[] = [];

const FIRST = { pageNumber: 1, pageSize: 10 };
const read = (page = FIRST, filters = {}, regionId = "eu-central-1") =>
  readListPage({ ...THINGS, toItem }, regionId, filters, page);

describe("a page that says the same as before", () => {
  it("has the same items, which are not read again, and the id of its own call", async () => {
    const first = await read();
    const second = await read();
    expect(second.items).toBe(first.items);
    expect([first.requestId, second.requestId]).toEqual(["R-1", "R-2"]);
    expect(second.totalCount).toBe(20);
    expect(toItem).toHaveBeenCalledTimes(10);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it("is as old as its own call", async () => {
    let now = 1_000;
    vi.spyOn(Date, "now").mockImplementation(() => now);
    expect((await read()).fetchedAt).toBe(1_000);
    now = 2_000;
    expect((await read()).fetchedAt).toBe(2_000);
    vi.restoreAllMocks();
  });

  it.each<[string, Parameters<typeof read>]>([
    ["page", [{ pageNumber: 2, pageSize: 10 }]],
    ["page size", [{ pageNumber: 1, pageSize: 5 }]],
    ["filter", [FIRST, { VpnGatewayId: "vpn-1" }]],
    ["region", [FIRST, {}, "cn-hangzhou"]],
  ])("of another %s is not the same", async (_name, asked) => {
    const first = await read();
    expect((await read(...asked)).items).not.toBe(first.items);
    expect(toItem).toHaveBeenCalledTimes(20);
    expect((await read()).items).toBe(first.items);
  });

  it("is still the same after a call that failed", async () => {
    const first = await read();
    sent.mockResolvedValueOnce(wireResponse({ Code: "Forbidden" }, { status: 403 }));
    await expect(read()).rejects.toMatchObject({ code: "access_denied" });
    expect((await read()).items).toBe(first.items);
  });

  it("is refused again where it is a page that counts more than it has", async () => {
    body = [];
    const emptyPage = { code: "bad_answer", requestId: "R-1" };
    await expect(read()).rejects.toMatchObject(emptyPage);
    await expect(read()).rejects.toMatchObject({ ...emptyPage, requestId: "R-2" });
  });
});

describe("a page that says something else", () => {
  it("has the new items, and is then the one to compare with", async () => {
    const first = await read();
    body = things(0, 11);
    const second = await read();
    expect(second.items).toHaveLength(11);
    expect(await read()).toMatchObject({ items: second.items, sent: 11 });
    body = things(0, 10);
    const back = await read();
    expect(back.items).toEqual(first.items);
    expect(back.items).not.toBe(first.items);
  });

  it("has also what can be read no more", async () => {
    await read();
    body = [...things(0, 9), { id: "odd", seenIn: "x" }];
    const { items, unreadable } = await read();
    expect(items).toHaveLength(9);
    expect(unreadable).toEqual([{ id: "odd", fields: ["seenIn"] }]);
  });
});

describe("what is remembered of pages", () => {
  it("has no secret in it, and nothing as it was on the wire", async () => {
    sent.mockImplementation(async () =>
      wireResponse({
        RequestId: "R-1",
        TotalCount: 2,
        VpnConnections: { VpnConnection: [singleTunnel, dualTunnel] },
        VpnGateways: { VpnGateway: [vpnGatewayBody, { VpnGatewayId: "vpn-2" }] },
        CustomerGateways: {
          CustomerGateway: [customerGatewayBody, { CustomerGatewayId: "cgw-2" }],
        },
      }),
    );
    for (const list of LISTS) {
      await list.read();
      await list.read();
    }
    const held = heldTexts(globalThis.__tunnelboard);
    for (const id of ["vco-single1", "vpn-gateway1", "cgw-customer1"]) expect(held).toContain(id);
    for (const secret of Object.values(SECRETS)) expect(held).not.toContain(secret);
    for (const name of ["IkeConfig", "TunnelOptionsSpecification", "AuthKey"]) {
      expect(held).not.toContain(name);
    }
  });
});
