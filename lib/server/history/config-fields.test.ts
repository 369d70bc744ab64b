import { describe, expect, it } from "vitest";
import { configChanges, configOf } from "@/lib/server/history/config-fields";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

const PSK = "psk-N3verSh0wMe-7f2c";

const connectionOf = (body: object) =>
  toVpnConnection("eu-central-1", rawVpnConnection.parse(body));
const changesOf = (before: object, after: object) =>
  Object.fromEntries(configChanges(connectionOf(before), connectionOf(after)));
const afterStart = (before: object, after: object) =>
  Object.fromEntries(
    configChanges(JSON.stringify(configOf(connectionOf(before))), connectionOf(after)),
  );
const withIke = (more: object) => ({
  ...singleTunnel,
  IkeConfig: { ...singleTunnel.IkeConfig, ...more },
});

describe("changes of a configuration", () => {
  it("are told field by field, by our names", () => {
    const after = { ...withIke({ IkeLifetime: 28_800 }), Name: "renamed" };
    expect(changesOf(withIke({ IkeLifetime: 86_400 }), after)).toEqual({
      "": [{ field: "name", before: singleTunnel.Name, after: "renamed" }],
      "#1": [{ field: "ikeConfig.ikeLifetime", before: "86400", after: "28800" }],
    });
  });

  it("are none where only states differ", () => {
    const down = { ...singleTunnel, Status: "ike_sa_not_established", State: "updating" };
    expect(changesOf(singleTunnel, down)).toEqual({});
  });

  it("are none where lists come in another order", () => {
    const tags = [
      { Key: "a", Value: "1" },
      { Key: "b", Value: "2" },
    ];
    const one = { ...singleTunnel, LocalSubnet: "10.0.0.0/8,10.1.0.0/16", Tag: { Tag: tags } };
    const other = {
      ...singleTunnel,
      LocalSubnet: "10.1.0.0/16,10.0.0.0/8",
      Tag: { Tag: tags.toReversed() },
    };
    expect(changesOf(one, other)).toEqual({});
  });

  it("are told for the tunnel of a pair that they are in", () => {
    const [first, second] = dualTunnel.TunnelOptionsSpecification.TunnelOptions;
    const changed = { ...second, InternetIp: "203.0.113.99" };
    const after = {
      ...dualTunnel,
      TunnelOptionsSpecification: { TunnelOptions: [first, changed] },
    };
    const changes = changesOf(dualTunnel, after);
    expect(Object.keys(changes)).toEqual([second?.TunnelId]);
    expect(Object.values(changes)[0]).toMatchObject([
      { field: "internetIp", after: "203.0.113.99" },
    ]);
  });

  it("leave out a field that was not kept before", () => {
    expect(Object.fromEntries(configChanges('{"":{}}', connectionOf(singleTunnel)))).toEqual({});
  });

  it("are the same after a start, from what was written", () => {
    expect(afterStart(withIke({ IkeLifetime: 86_400 }), withIke({ IkeLifetime: 28_800 }))).toEqual({
      "#1": [{ field: "ikeConfig.ikeLifetime", before: "86400", after: "28800" }],
    });
  });
});

describe("a secret", () => {
  it("is only told to have changed", () => {
    expect(changesOf(withIke({ Psk: PSK }), withIke({ Psk: "another" }))).toEqual({
      "#1": [{ field: "ikeConfig.psk", before: null, after: "changed" }],
    });
    expect(changesOf(withIke({ Psk: PSK }), withIke({ Psk: "" }))).toEqual({
      "#1": [{ field: "ikeConfig.psk", before: null, after: "changed" }],
    });
    expect(changesOf(withIke({ Psk: PSK }), withIke({ Psk: PSK }))).toEqual({});
  });

  it("is not in what is written", () => {
    expect(JSON.stringify(configOf(connectionOf(withIke({ Psk: PSK }))))).not.toContain(PSK);
  });

  it("of an earlier start counts as the same: nothing of it is kept", () => {
    expect(afterStart(withIke({ Psk: PSK }), withIke({ Psk: "another" }))).toEqual({});
  });
});
