import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowOf } from "@/lib/vpn/subnet-rows";
import { selectSubnets } from "@/lib/vpn/subnet-selection";
import { containersOf, mapSubnets } from "@/lib/vpn/subnet-map";
import type { MappedSubnet, SubnetMap } from "@/lib/vpn/subnet-types";
import { connection } from "@/lib/vpn/testing/connections";
import { someCidr, someConnections } from "@/lib/vpn/testing/random-subnets";
import type { VpnConnection } from "@/lib/vpn/types";

function mapOf(connections: VpnConnection[]): SubnetMap {
  const work = mapSubnets(connections);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** First and last address as numbers: shares no code with what is tested. */
type Span = { family: number; first: bigint; last: bigint };

function spanOf(text: string): Span {
  const [address = "", length = ""] = text.split("/");
  const family = address.includes(":") ? 6 : 4;
  const bits = BigInt(family === 4 ? 32 : 128);
  const number = family === 4 ? numberOf(address.split("."), 10, 8n) : ipv6Number(address);
  const free = (bits === 32n ? 32n : 128n) - BigInt(length);
  const first = (number >> free) << free;
  return { family, first, last: first + (1n << free) - 1n };
}

const groups = (text: string) => (text === "" ? [] : text.split(":"));

function ipv6Number(address: string): bigint {
  const [head = "", tail = ""] = address.split("::");
  const [before, after] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return numberOf([...before, ...zeros, ...after], 16, 16n);
}

function numberOf(parts: string[], base: number, width: bigint): bigint {
  return parts.reduce((sum, part) => (sum << width) | BigInt(Number.parseInt(part, base)), 0n);
}

const meet = (a: Span, b: Span) => a.family === b.family && a.first <= b.last && b.first <= a.last;
const has = (a: Span, b: Span) => a.family === b.family && a.first <= b.first && b.last <= a.last;
const isAll = (text: string) => text.endsWith("/0");

/** One network of one side of a connection. */
type Entry = { at: Span; text: string; side: "local" | "remote"; of: VpnConnection };

function entriesOf(connections: VpnConnection[]): Entry[] {
  return connections.flatMap((of) => [
    ...of.remoteSubnets.map((text): Entry => ({ at: spanOf(text), text, side: "remote", of })),
    ...of.localSubnets.map((text): Entry => ({ at: spanOf(text), text, side: "local", of })),
  ]);
}

/** Every pair is looked at. */
function expectedOverlaps(subnet: MappedSubnet, all: Entry[]) {
  const at = spanOf(subnet.text);
  const overlaps = new Map<string, { sameGateway: boolean }>();
  if (isAll(subnet.text)) return overlaps;
  const own = all.filter((one) => has(one.at, at) && has(at, one.at));
  const others = all.filter((one) => !isAll(one.text) && meet(one.at, at));
  for (const one of own) {
    for (const other of others) {
      const bothRemote = one.side === "remote" && other.side === "remote" && one.of !== other.of;
      if (!bothRemote && one.side === other.side) continue;
      const kind = bothRemote ? "remote_remote" : "remote_local";
      const known = overlaps.get(kind)?.sameGateway ?? false;
      const sameGateway = known || one.of.vpnGatewayId === other.of.vpnGatewayId;
      overlaps.set(kind, { sameGateway });
    }
  }
  return overlaps;
}

const expectMap = (connections: VpnConnection[]) => {
  const { subnets, unreadable } = mapOf(connections);
  const all = entriesOf(connections);
  expect(unreadable).toEqual([]);
  const spans = new Set(all.map(({ at }) => `${at.family} ${at.first} ${at.last}`));
  expect(subnets).toHaveLength(spans.size);
  for (const subnet of subnets) {
    const at = spanOf(subnet.text);
    const around = subnets.filter((one) => one !== subnet && has(spanOf(one.text), at));
    const inside = subnets.filter((one) => one !== subnet && has(at, spanOf(one.text)));
    expect(containersOf(subnet)).toEqual(around);
    expect(subnet.containsCount).toBe(inside.length);
    const equal = all.filter((one) => has(one.at, at) && has(at, one.at));
    const carriers = new Set(equal.map(({ of, side }) => `${of.vpnConnectionId} ${side}`));
    expect(subnet.carriers.map((one) => `${one.connection.vpnConnectionId} ${one.side}`)).toEqual([
      ...carriers,
    ]);
    const told = rowOf(subnet, null).overlaps.map(({ kind, ...more }) => [kind, more] as const);
    expect(new Map(told)).toEqual(expectedOverlaps(subnet, all));
  }
};

const expectLookUp = (connections: VpnConnection[], q: string) => {
  const map = mapOf(connections);
  const wanted = spanOf(q);
  const { subnets, lookUp } = selectSubnets(map, { q, overlap: null });
  const found = map.subnets.filter((one) => {
    const at = spanOf(one.text);
    return has(at, wanted) || has(wanted, at);
  });
  // A catch-all comes last, unless it is what is looked up.
  const isLast = ({ text }: MappedSubnet) => text.endsWith("/0") && text !== lookUp?.cidr;
  expect(subnets).toEqual([...found.filter((one) => !isLast(one)), ...found.filter(isLast)]);
  for (const side of ["remote", "local"] as const) {
    const around = entriesOf(connections).filter((one) => one.side === side && has(one.at, wanted));
    const [longest = null] = around
      .map(({ text }) => Number(text.split("/")[1]))
      .toSorted((a, b) => b - a);
    const told = lookUp?.[side] ?? null;
    expect(told === null ? null : Number(told.split("/")[1])).toBe(longest);
  }
};

describe("the map of all networks", () => {
  it("has of any networks the containment and the overlaps that looking at every pair finds", () => {
    const isAsExpected = fc.property(someConnections, expectMap);
    expect(fc.check(isAsExpected, { numRuns: 100 })).toMatchObject({ failed: false });
  });

  it("is looked up as looking at every network does, with the longest match of each side", () => {
    const isAsExpected = fc.property(someConnections, someCidr, expectLookUp);
    expect(fc.check(isAsExpected, { numRuns: 100 })).toMatchObject({ failed: false });
  });

  it("keeps one spelling of a network and what is none, and does not let a catch-all meet anything", () => {
    const { subnets, unreadable } = mapOf([
      connection("vco-1", [], {
        localSubnets: ["10.3.7.9/16", "10.3.0.0/16", "FD00:0::1/64", "10.999.0.0/8"],
        remoteSubnets: ["0.0.0.0/0", "::/0"],
      }),
      connection("vco-2", [], { remoteSubnets: ["0.0.0.0/0", "10.4.0.1"] }),
    ]);
    expect(subnets.map(({ text, carriers }) => [text, carriers.length])).toEqual([
      ["0.0.0.0/0", 2],
      ["10.3.0.0/16", 1],
      ["10.4.0.1/32", 1],
      ["::/0", 1],
      ["fd00::/64", 1],
    ]);
    expect(subnets.filter(({ overlap }) => overlap !== 0)).toEqual([]);
    expect(unreadable).toMatchObject([{ side: "local", subnet: "10.999.0.0/8" }]);
  });

  it("filters by what meets, and counts whatever the filter", () => {
    const map = mapOf([
      connection("vco-1", [], { localSubnets: ["10.1.0.0/16"], remoteSubnets: ["10.9.0.0/16"] }),
      connection("vco-2", [], {
        vpnGatewayId: "vpn-2",
        localSubnets: ["172.16.0.0/12"],
        remoteSubnets: ["10.9.4.0/24", "10.1.2.0/24"],
      }),
      connection("vco-3", [], { remoteSubnets: ["192.168.0.0/16", "172.16.1.0/24"] }),
      connection("vco-4", [], { remoteSubnets: ["192.168.7.0/24"] }),
    ]);
    const cidrs = (
      overlap: Parameters<typeof selectSubnets>[1]["overlap"],
      q: string | null = null,
    ) => selectSubnets(map, { q, overlap }).subnets.map(({ text }) => text);
    expect(cidrs("any")).toHaveLength(8);
    expect(cidrs("same_gateway")).toEqual(["192.168.0.0/16", "192.168.7.0/24"]);
    expect(cidrs("remote_local")).toEqual([
      "10.1.0.0/16",
      "10.1.2.0/24",
      "172.16.0.0/12",
      "172.16.1.0/24",
    ]);
    expect(cidrs("remote_remote", "10.9.4.7")).toEqual(["10.9.0.0/16", "10.9.4.0/24"]);
    expect(selectSubnets(map, { q: "10.0.0.0/8", overlap: "same_gateway" })).toMatchObject({
      subnets: [],
      counts: { all: 4, any: 4, same_gateway: 0, remote_remote: 2, remote_local: 2 },
    });
  });
});
