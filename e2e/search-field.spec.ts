import type { APIRequestContext } from "playwright/test";
import { expect, REGION, test } from "@/e2e/fixtures";
import { untilSeen } from "@/e2e/until-listed";
import { GATEWAY, setUp, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

/** Where a search leads. */
async function targetOf(request: APIRequestContext, text: string) {
  const reply = await request.get(pages.search(text), { maxRedirects: 0 });
  expect(reply.status()).toBe(303);
  expect(reply.headers()["cache-control"]).toBe("no-store");
  return reply.headers().location;
}

test("a search leads to the one thing that is meant, else to the list over all regions", async ({
  request,
  simulator,
}) => {
  const connection = { ...single("only-one-is-called-so", UP), RemoteSubnet: "198.18.77.0/24" };
  setUp(simulator, [connection, single("another-one", UP)]);
  await untilSeen(request, "vco-only-one-is-called-so");
  for (const text of ["vco-only-one-is-called-so", " Only-One-is-called-so\t", "198.18.77.5"]) {
    expect(await targetOf(request, text), text).toBe(
      pages.vpnConnection(REGION, "vco-only-one-is-called-so"),
    );
  }
  expect(await targetOf(request, GATEWAY.VpnGatewayId)).toBe(
    pages.vpnGateway(REGION, GATEWAY.VpnGatewayId),
  );
  for (const text of ["one", "nobody", "//evil.example", "地域"]) {
    expect(await targetOf(request, text), text).toBe(pages.vpnConnections(null, { q: text }));
  }
  expect(await targetOf(request, "  ")).toBe(pages.vpnConnections(null));
});
