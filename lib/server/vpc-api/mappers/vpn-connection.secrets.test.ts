import { describe, expect, it } from "vitest";
import {
  dualTunnel,
  ikeConfig,
  SECRETS,
  singleTunnel,
  tunnel,
} from "@/lib/server/testing/wire-bodies";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";

const map = (body: object) => toVpnConnection("eu-central-1", rawVpnConnection.parse(body));

describe("what must not leave", () => {
  const extra = { NewField: SECRETS.unknown, PreSharedKey: SECRETS.psk };
  it.each([
    ["a single tunnel", { ...singleTunnel, ...extra, IkeConfig: { ...ikeConfig, ...extra } }],
    ["two tunnels", { ...dualTunnel, ...extra }],
    [
      "a tunnel with fields of tomorrow",
      {
        ...dualTunnel,
        TunnelOptionsSpecification: {
          TunnelOptions: [{ ...tunnel, ...extra, TunnelIkeConfig: { ...ikeConfig, ...extra } }],
          ...extra,
        },
      },
    ],
    ["configurations in strings", { ...singleTunnel, IkeConfig: JSON.stringify(ikeConfig) }],
    ["both levels filled", { ...singleTunnel, ...dualTunnel, IkeConfig: ikeConfig }],
    ["secrets of another type", { ...singleTunnel, RemoteCaCertificate: [SECRETS.certificate] }],
  ])("does not, from %s", (_case, body) => {
    const wire = JSON.stringify(body);
    const mapped = JSON.stringify(map(body));
    expect(wire).toContain("never-show-this");
    for (const secret of [...Object.values(SECRETS), "never", "CERTIFICATE"]) {
      expect(mapped).not.toContain(secret);
    }
  });
});
