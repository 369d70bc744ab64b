import { describe, expect, it } from "vitest";
import { customerGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { SECRETS } from "@/lib/server/testing/wire-bodies";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import { rawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";

const map = (body: object) => toCustomerGateway("eu-central-1", rawCustomerGateway.parse(body));
const id = { CustomerGatewayId: "cgw-1" };

const full = {
  regionId: "eu-central-1",
  customerGatewayId: "cgw-customer1",
  name: "branch router",
  description: "in the cellar",
  ipAddress: "198.51.100.20",
  asn: 64_513,
  authKey: { configured: true },
  createTime: 1_600_000_000_000,
  resourceGroupId: "rg-1",
  tags: [{ key: "env", value: "prod" }],
  oddValues: [],
};

describe("a customer gateway", () => {
  it("is mapped field by field, its secret to whether there is one", () => {
    expect(map(customerGatewayBody)).toEqual(full);
  });

  it("needs no more than its id", () => {
    expect(map(id)).toEqual({
      regionId: "eu-central-1",
      customerGatewayId: "cgw-1",
      name: "",
      description: null,
      ipAddress: null,
      asn: null,
      authKey: { configured: false },
      createTime: null,
      resourceGroupId: null,
      tags: [],
      oddValues: [],
    });
  });

  it("is the same with its numbers as strings and its tags under Tag", () => {
    const { Tags, ...body } = customerGatewayBody;
    const twisted = { ...body, Asn: "64513", CreateTime: "1600000000000", Tag: Tags };
    expect(map(twisted)).toEqual(full);
  });

  it.each([
    ["", false],
    [null, false],
    [[SECRETS.authKey], true],
    [{ x: SECRETS.authKey }, true],
  ])("with the secret %j has one: %j", (AuthKey, configured) => {
    const mapped = map({ ...id, AuthKey });
    expect(mapped.authKey).toEqual({ configured });
    expect(JSON.stringify(mapped)).not.toContain("never-show-this");
  });

  it.each(Object.keys(customerGatewayBody).filter((name) => name !== "CustomerGatewayId"))(
    "is readable with nonsense in %s",
    (name) => {
      const mapped = map({ ...customerGatewayBody, [name]: { odd: [{}] } });
      expect(mapped.customerGatewayId).toBe("cgw-customer1");
    },
  );

  it.each([null, [], "cgw-1", {}, { CustomerGatewayId: "" }, { CustomerGatewayId: [] }])(
    "%j is none",
    (body) => expect(rawCustomerGateway.safeParse(body).success).toBe(false),
  );

  it("takes along no field that it does not know", () => {
    const body = { ...customerGatewayBody, Psk: SECRETS.psk, NewField: SECRETS.unknown };
    expect(JSON.stringify(map(body))).not.toContain("never-show-this");
  });
});
