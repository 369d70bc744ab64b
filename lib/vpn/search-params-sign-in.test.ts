import { describe, expect, it } from "vitest";
import { pages } from "@/lib/vpn/hrefs";
import { readSignInParameters } from "@/lib/vpn/search-params-sign-in";
import { SIGN_IN_REASONS } from "@/lib/vpn/sign-in-reason";

const NOTHING = { returnTo: null, reason: null, wait: null };

describe("the address of the sign-in page", () => {
  it("may say nothing", () => expect(readSignInParameters({})).toEqual(NOTHING));

  it.each(SIGN_IN_REASONS)("says that the user is there for %s", (reason) => {
    const { searchParams } = new URL(pages.signIn("/a?b=c", reason, 30), "http://localhost");
    expect(readSignInParameters(Object.fromEntries(searchParams))).toEqual({
      returnTo: "/a?b=c",
      reason,
      wait: 30,
    });
  });

  it.each([
    ["returnTo", ""],
    ["returnTo", "home"],
    ["returnTo", "https://evil.example"],
    ["returnTo", "/a\tb"],
    ["returnTo", "/a\n"],
    ["returnTo", `/${"x".repeat(2_001)}`],
    ["reason", ""],
    ["reason", "Password"],
    ["reason", "<b>you have won</b>"],
    ["wait", ""],
    ["wait", "0"],
    ["wait", "-1"],
    ["wait", "1.5"],
    ["wait", "1e3"],
    ["wait", "3601"],
    ["wait", "9999999999"],
    ["other", "x"],
  ])("with a nonsensical %s says nothing: %#", (name, value) => {
    expect(readSignInParameters({ [name]: value })).toEqual(NOTHING);
  });

  it("may wait an hour, and lead as far as an address goes", () => {
    const returnTo = `/${"x".repeat(2_000)}`;
    const read = readSignInParameters({ wait: "3600", returnTo });
    expect(read).toEqual({ returnTo, reason: null, wait: 3600 });
  });

  it("that says something twice means the first", () => {
    expect(readSignInParameters({ reason: ["wait", "denied"] })).toMatchObject({ reason: "wait" });
  });
});
