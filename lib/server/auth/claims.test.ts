import { describe, expect, it } from "vitest";
import { claimOf, nameIn, rolesIn } from "@/lib/server/auth/claims";

describe("a user's name", () => {
  it.each<[Record<string, unknown>, string | null]>([
    [{ preferred_username: "ada", email: "ada@example", name: "Ada L." }, "ada"],
    [{ email: "ada@example", name: "Ada L." }, "ada@example"],
    [{ name: "Ada L." }, "Ada L."],
    [{ preferred_username: " ", email: 7, name: "Ada" }, "Ada"],
    [{ sub: "f00" }, null],
    [{ preferred_username: ["ada"] }, null],
    // Of control characters and those that turn the direction of writing nothing is left.
    [{ name: "a\u0000d\u202Ea\n" }, "ada"],
    [{ name: "a\u2028d\u2029a" }, "ada"],
    [{ preferred_username: "\u200B\u202E", name: "Ada" }, "Ada"],
    [{ preferred_username: "\u200B\u0000" }, null],
    [{ name: "x".repeat(300) }, "x".repeat(100)],
    [{ name: `${"x".repeat(99)}\u{1F512}` }, "x".repeat(99)],
  ])("in %j is %j", (claims, name) => {
    expect(nameIn(claims)).toBe(name);
  });
});

describe("a claim", () => {
  const claims = {
    groups: ["a"],
    realm_access: { roles: ["b"], deep: { deeper: "c" } },
    "https://app.example/roles": ["d"],
    nothing: null,
  };
  it.each([
    ["groups", ["a"]],
    ["realm_access.roles", ["b"]],
    ["realm_access.deep.deeper", "c"],
    ["https://app.example/roles", ["d"]],
    ["realm_access.none", undefined],
    ["nothing.roles", undefined],
    ["groups.roles", undefined],
    ["none", undefined],
    ["realm_access.constructor", undefined],
  ])("%s is found by name or by path", (name, value) => {
    expect(claimOf(claims, name)).toEqual(value);
  });
});

describe("roles", () => {
  it.each([
    [
      ["viewer", "operator"],
      ["viewer", "operator"],
    ],
    ["viewer operator", ["viewer", "operator"]],
    ["viewer,operator , x", ["viewer", "operator", "x"]],
    ["", []],
    [[], []],
    [undefined, []],
    [null, []],
    [7, []],
    [{ viewer: true }, []],
    [["viewer", 7, null, { operator: true }, ["operator"]], ["viewer"]],
    // A group's name may have blanks and commas, and makes nobody an operator.
    [
      ["Network operator", "sales, viewer"],
      ["Network operator", "sales, viewer"],
    ],
  ])("in %j are %j", (claim, roles) => {
    expect(rolesIn(claim)).toEqual(roles);
  });
});
