import { describe, expect, it } from "vitest";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";

const map = (body: object) => toVpnGateway("eu-central-1", rawVpnGateway.parse(body));
const id = { VpnGatewayId: "vpn-1" };

const full = {
  regionId: "eu-central-1",
  vpnGatewayId: "vpn-gateway1",
  name: "office gateway",
  description: "both offices",
  status: "active",
  businessStatus: "Normal",
  chargeType: "PostpayByFlow",
  createTime: 1_600_000_000_000,
  endTime: 1_700_000_000_000,
  vpcId: "vpc-1",
  vSwitchId: "vsw-1",
  disasterRecoveryVSwitchId: "vsw-2",
  internetIp: "203.0.113.1",
  disasterRecoveryInternetIp: "203.0.113.2",
  sslVpnInternetIp: "203.0.113.3",
  spec: "200M",
  ipsecVpn: "enable",
  sslVpn: "disable",
  sslMaxConnections: 5,
  networkType: "public",
  vpnType: "Normal",
  gatewayType: "Traditional",
  enableBgp: true,
  autoPropagate: false,
  resourceGroupId: "rg-1",
  tags: [{ key: "env", value: "prod" }],
  oddValues: [],
  systemTags: [
    { key: "VpnEnableBgp", value: "true" },
    { key: "VpnVersion", value: "v1.2.4" },
  ],
  eniInstanceIds: ["eni-1", "eni-2"],
};

describe("a VPN gateway", () => {
  it("is mapped field by field", () => {
    expect(map(vpnGatewayBody)).toEqual(full);
  });

  it("needs no more than its id", () => {
    const { name, tags, systemTags, eniInstanceIds, oddValues, ...rest } = map(id);
    expect({ name, tags, systemTags, eniInstanceIds, oddValues }).toEqual({
      oddValues: [],
      name: "",
      tags: [],
      systemTags: [],
      eniInstanceIds: [],
    });
    const { regionId, vpnGatewayId, ...fields } = rest;
    expect([regionId, vpnGatewayId]).toEqual(["eu-central-1", "vpn-1"]);
    expect(new Set(Object.values(fields))).toEqual(new Set([null]));
  });

  it("is the same with strings for numbers and flags, and the other way round", () => {
    const twisted = {
      ...vpnGatewayBody,
      CreateTime: "1600000000000",
      EndTime: "1700000000000",
      SslMaxConnections: "5",
      EnableBgp: "True",
      AutoPropagate: 0,
      Tags: [{ Key: "env", Value: "prod" }],
      EniInstanceIds: ["eni-1", "eni-2"],
    };
    expect(map(twisted)).toEqual(full);
    expect(map({ ...id, Name: 7, Spec: 5 })).toMatchObject({ name: "7", spec: "5" });
  });

  it("takes its tags from Tag as well, where Tags has none", () => {
    const Tag = { Tag: [{ Key: "a", Value: "" }] };
    const tags = [{ key: "a", value: "" }];
    expect(map({ ...id, Tag })).toMatchObject({ tags, systemTags: [] });
    expect(map({ ...id, Tag, Tags: {} })).toMatchObject({ tags });
    expect(map({ ...vpnGatewayBody, Tag })).toMatchObject({ tags: full.tags });
  });

  it.each(Object.keys(vpnGatewayBody).filter((name) => name !== "VpnGatewayId"))(
    "is readable with nonsense in %s",
    (name) => {
      expect(map({ ...vpnGatewayBody, [name]: { odd: [{}] } }).vpnGatewayId).toBe("vpn-gateway1");
      expect(map({ ...vpnGatewayBody, [name]: [[]] }).spec).toBe(name === "Spec" ? null : "200M");
    },
  );

  it.each([null, [], "vpn-1", {}, { VpnGatewayId: "" }, { VpnGatewayId: {} }])(
    "%j is none",
    (body) => expect(rawVpnGateway.safeParse(body).success).toBe(false),
  );

  it("takes along no field that it does not know", () => {
    const body = { ...vpnGatewayBody, Psk: SECRETS.psk, ReservationData: { x: SECRETS.unknown } };
    expect(JSON.stringify(map(body))).not.toContain("never-show-this");
  });
});
