import { describe, expect, it } from "vitest";
import { rawVpnConnection, rawVpnConnectionPage } from "@/lib/server/vpc-api/raw/vpn-connection";
import { rawRegionList } from "@/lib/server/vpc-api/raw/region";

const id = { VpnConnectionId: "vco-1" };

describe("a page of connections", () => {
  it.each([
    [{ VpnConnections: { VpnConnection: [1, 2] } }, [1, 2]],
    [{ VpnConnections: [1, 2] }, [1, 2]],
    [{ VpnConnections: { VpnConnection: { a: 1 } } }, [{ a: 1 }]],
    [{ VpnConnections: { VpnConnection: [null, "x"] } }, [null, "x"]],
    [{ VpnConnections: { VpnConnection: [] } }, []],
    [{ VpnConnections: {} }, []],
    [{ VpnConnections: [] }, []],
    [{ TotalCount: 0 }, []],
    [{ TotalCount: "0", PageNumber: "1" }, []],
  ])("%j has the items %j", (body, items) => {
    expect(rawVpnConnectionPage.parse(body).items).toEqual(items);
  });

  it.each([
    null,
    undefined,
    [],
    "",
    "text",
    {},
    { TotalCount: 3 },
    { RequestId: "R-1" },
    { VpnConnections: "" },
    { VpnConnections: "none" },
    { VpnConnections: 7 },
    { VpnConnections: {}, TotalCount: "many" },
    { code: "Throttling" },
  ])("%j is none", (body) => expect(rawVpnConnectionPage.safeParse(body).success).toBe(false));

  it("keeps the total", () => {
    const body = { RequestId: "R-1", TotalCount: "41", PageSize: 10, VpnConnections: {} };
    expect(rawVpnConnectionPage.parse(body)).toEqual({
      TotalCount: 41,
      items: [],
    });
  });
});

describe("a connection", () => {
  it("needs no more than its id", () => {
    expect(rawVpnConnection.parse(id)).toMatchObject({
      ...id,
      Status: null,
      Tag: [],
      TunnelOptionsSpecification: [],
      RemoteCaCertificate: { configured: false },
    });
  });

  it.each([
    [{ Status: "a" }, "a"],
    [{ status: "b" }, "b"],
    [{ Status: "a", status: "b" }, "a"],
    [{ Status: "", status: "b" }, "b"],
    [{ Status: null, status: "b" }, "b"],
    [{ Status: "a", status: "" }, "a"],
    [{ STATUS: "c" }, null],
    [{}, null],
  ])("with %j has the status %j, and so has a tunnel", (body, status) => {
    expect(rawVpnConnection.parse({ ...id, ...body }).Status).toBe(status);
    const tunnels = { TunnelOptionsSpecification: { TunnelOptions: [body] } };
    const read = rawVpnConnection.parse({ ...id, ...tunnels });
    expect(read.TunnelOptionsSpecification.map((tunnel) => tunnel.Status)).toEqual([status]);
  });

  it.each([null, [], "vco-1", {}, { VpnConnectionId: "" }, { VpnConnectionId: {} }])(
    "%j is none, since it has no id",
    (body) => expect(rawVpnConnection.safeParse(body).success).toBe(false),
  );
});

describe("the list of regions", () => {
  it("reads ids and names", () => {
    const body = {
      Regions: { Region: [{ RegionId: "cn-x", LocalName: "X" }, { RegionId: "cn-y" }] },
    };
    expect(rawRegionList.parse(body).Regions).toEqual([
      { RegionId: "cn-x", LocalName: "X" },
      { RegionId: "cn-y", LocalName: null },
    ]);
  });

  it.each([{}, { Regions: {} }, { Regions: { Region: [] } }, { Regions: [{}] }, [], null, "x"])(
    "%j is no answer",
    (body) => expect(rawRegionList.safeParse(body).success).toBe(false),
  );
});
