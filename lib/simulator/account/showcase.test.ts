import { describe, expect, it } from "vitest";
import { buildAccount } from "./account";
import { healthOf, statusesOf, tunnelsOf } from "./health";
import { established } from "./sa-status";
import type { VpnConnection } from "./wire";

const NOW = Date.UTC(2026, 10, 23);

describe("the first connections of cn-hangzhou", () => {
  const account = buildAccount({ regions: 8, connections: 120, seed: 7, now: NOW, secrets: {} });
  const first = account[0]?.connections.slice(0, 21) ?? [];
  const some = (matches: (connection: VpnConnection) => boolean) => first.some(matches);

  it("show every attachment, health and SA state", () => {
    const attached = first.map(({ AttachType, TunnelOptionsSpecification: two }) =>
      two ? `${AttachType} dual` : AttachType,
    );
    expect(new Set(attached)).toEqual(
      new Set(["VPNGW", "VPNGW dual", "CEN dual", "NO_ASSOCIATED dual"]),
    );
    expect(new Set(first.map(healthOf))).toEqual(new Set(["up", "degraded", "down", "never"]));
    expect(first.map(healthOf).filter((state) => state === "up").length).toBeGreaterThan(10);
    expect(new Set(first.flatMap(statusesOf))).toEqual(
      new Set([
        established,
        "ipsec_sa_not_established",
        "ike_sa_established",
        "ike_sa_not_established",
        "ipsec_sa_rekeying",
        "",
        undefined,
      ]),
    );
  });

  it("show the names that break things", () => {
    const names = first.map(({ Name }) => Name);
    expect(names).toContain("");
    expect(names.some((name) => name.length === 100)).toBe(true);
    expect(names.some((name) => name.startsWith("=cmd"))).toBe(true);
    expect(names.some((name) => name.includes("<b>") && name.includes("🚀"))).toBe(true);
    expect(names.some((name) => /[\u0600-\u06ff]/.test(name))).toBe(true);
  });

  it("show SM, old and unheard-of algorithms, many networks and any network", () => {
    const encryption = first.map(
      (each) => (each.IkeConfig ?? tunnelsOf(each)[0]?.TunnelIkeConfig)?.IkeEncAlg,
    );
    expect(encryption).toEqual(expect.arrayContaining(["sm4", "3des", "aes256gcm16"]));
    expect(some((each) => each.RemoteCaCertificate !== undefined && !each.IkeConfig?.Psk)).toBe(
      true,
    );
    expect(some((each) => each.LocalSubnet.split(",").length === 10)).toBe(true);
    expect(some((each) => each.LocalSubnet === "0.0.0.0/0")).toBe(true);
    expect(some((each) => each.VpnBgpConfig?.Status === "false")).toBe(true);
    expect(some((each) => each.VcoHealthCheck?.Enable === "true")).toBe(true);
    expect(some((each) => each.VcoHealthCheck?.Dip === "")).toBe(true);
  });
});
