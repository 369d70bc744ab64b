import { expect, it } from "vitest";
import { summariesOf } from "@/lib/vpn/connection-summary";
import { connection, tunnel } from "@/lib/vpn/testing/connections";

it("keeps of connections what says how they are, and nothing of their configuration", () => {
  const one = connection("vco-1", [tunnel("ike_sa_not_established")], { flapping: true });
  const { connections, ...rest } = summariesOf({
    vpnConnections: [one],
    unreadable: [],
    totalCount: 1,
    pageNumber: 1,
    pageSize: 10,
    requestId: null,
    fetchedAt: 5,
    counts: null,
    reading: 2,
  });
  expect(rest).toEqual({ fetchedAt: 5, reading: 2 });
  expect(connections).toEqual([
    expect.objectContaining({ vpnConnectionId: "vco-1", verdict: one.verdict, flapping: true }),
  ]);
  expect(connections[0]?.tunnels).toEqual([
    expect.objectContaining({ rawStatus: "ike_sa_not_established" }),
  ]);
  expect(JSON.stringify(connections)).not.toMatch(/ikeConfig|remoteSubnets|tags/);
});
