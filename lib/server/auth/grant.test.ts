import { describe, expect, it } from "vitest";
import { grantOf, isRole } from "@/lib/server/auth/grant";

describe("a role", () => {
  it.each([
    "operator",
    "viewer",
    "viewer:cn-hangzhou",
    "viewer:eu-central-1/vpn-bp1abc",
    "viewer:eu-central-1/cgw-bp1abc",
  ])("%s is one of ours", (role) => expect(isRole(role)).toBe(true));

  it.each([
    "",
    "Operator",
    "operator ",
    "operators",
    "operator:cn-hangzhou",
    "admin",
    "viewer:",
    "viewer:*",
    "viewer: cn-hangzhou",
    "viewer:cn-hangzhou ",
    "viewer:cn-hangzhou\n",
    "viewer:CN-HANGZHOU",
    "viewer:cn-hangzhou/",
    "viewer:cn-hangzhou/vco-1",
    "viewer:cn-hangzhou/bp1abc",
    "viewer:cn-hangzhou/vpn-1/vpn-2",
    "viewer:cn-hangzhou/vpn-1\n",
    "viewer:cn-hangzhou/vpn-a b",
    `viewer:cn-hangzhou/vpn-${"x".repeat(100)}`,
    "viewer:/vpn-1",
    "viewer/vpn-1",
    "my-viewer",
    "viewer\noperator",
  ])("%j is none", (role) => {
    expect(isRole(role)).toBe(false);
    expect(grantOf([role])).toBeNull();
  });
});

const keyOf = (...roles: string[]) => grantOf(roles)?.limits?.key;

describe("roles together", () => {
  it.each([[[]], [["admin", "offline_access"]]])(
    "of which none is ours allow nothing: %j",
    (roles) => expect(grantOf(roles)).toBeNull(),
  );

  it.each([
    [["viewer"], "viewer"],
    [["admin", "viewer", "uma"], "viewer"],
    // A role without a limit lifts all.
    [["viewer:cn-hangzhou", "viewer"], "viewer"],
    [["operator"], "operator"],
    [["viewer", "operator"], "operator"],
    [["viewer:cn-hangzhou/vpn-1", "operator"], "operator"],
  ])("%j are %s without limits", (roles, role) => {
    expect(grantOf(roles)).toEqual({ role, limits: null, roles: [role] });
  });

  it("with limits add them up, and keep no others' roles", () => {
    const grant = grantOf([
      "viewer:eu-central-1/vpn-1",
      "admin",
      "viewer:cn-hangzhou",
      "viewer:eu-central-1/cgw-1",
      "viewer:us-east-1/vpn-2",
    ]);
    expect(grant).toMatchObject({
      role: "viewer",
      limits: {
        regions: new Set(["cn-hangzhou"]),
        gateways: new Map([
          ["eu-central-1", new Set(["vpn-1", "cgw-1"])],
          ["us-east-1", new Set(["vpn-2"])],
        ]),
      },
    });
    expect(grant?.roles).not.toContain("admin");
    expect(grant?.roles).toHaveLength(4);
  });

  it.each([
    [["viewer:cn-hangzhou", "viewer:cn-hangzhou/vpn-1"]],
    [["viewer:cn-hangzhou/vpn-1", "viewer:cn-hangzhou"]],
  ])("%j show the region whole", (roles) => {
    expect(grantOf(roles)?.limits).toMatchObject({
      regions: new Set(["cn-hangzhou"]),
      gateways: new Map(),
    });
  });

  it("have one key whatever their order and however often they are said", () => {
    expect(keyOf("viewer:aa-b", "viewer:cc-d", "viewer:aa-b")).toBe(
      keyOf("viewer:cc-d", "viewer:aa-b"),
    );
  });

  it("have another key where they show something else", () => {
    const keys = [
      keyOf("viewer:aa-b"),
      keyOf("viewer:aa-b/vpn-1"),
      keyOf("viewer:aa-b/vpn-2"),
      keyOf("viewer:cc-d/vpn-1"),
      keyOf("viewer:aa-b/vpn-1", "viewer:aa-b/vpn-2"),
      keyOf("viewer:aa-b", "viewer:cc-d"),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    // What is kept for users without limits is named by nothing.
    expect(keys).not.toContain("");
  });
});
