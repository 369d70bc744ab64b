import { NextRequest, NextResponse } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { throughGate } from "@/lib/server/gate";
import { BY_PROVIDER, duringRequest, signInBy } from "@/lib/server/testing/sign-in";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

beforeEach(() => void signInBy(BY_PROVIDER));
afterEach(() => {
  vi.unstubAllEnvs();
  globalThis.__tunnelboard = undefined;
});

const ask = (address: string) =>
  duringRequest({}, () =>
    throughGate(new NextRequest(new URL(address, "https://app.example")), () =>
      NextResponse.next(),
    ),
  );

/** Follows where a stranger is sent. */
async function sentTo(address: string): Promise<string> {
  const response = await ask(address);
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

describe("a stranger", () => {
  it("is sent to sign in, and on from there", async () => {
    const { pathname, searchParams } = new URL(await sentTo("/go/vco-1?a=b"));
    expect(pathname).toBe("/sign-in");
    expect(searchParams.get("returnTo")).toBe("/go/vco-1?a=b");
  });

  it.each([2_500, 11_900])("gets there with an address of %i characters too", async (length) => {
    const there = await sentTo(`/vpn-connections?q=${"%20".repeat(length / 3)}`);
    expect((await ask(there)).status).toBe(200);
  });
});
