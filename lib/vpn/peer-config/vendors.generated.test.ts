import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";
import { expectedOf, swallowing } from "@/lib/vpn/testing/peer-config/expected";
import { generatedInput } from "@/lib/vpn/testing/peer-config/generated";
import { READERS } from "@/lib/vpn/testing/peer-config/readers";
import type { VpnConnection } from "@/lib/vpn/types";

const SAMPLES = fc.sample(generatedInput, { numRuns: 250, seed: 13 });

describe.each(READERS)("of %s", (vendor, read) => {
  const all = SAMPLES.map((input) => {
    return { connection: input.connection, config: peerConfigOf(vendor, input) };
  });
  const written = all.flatMap(({ connection, config }) =>
    config.kind === "written" ? [{ connection, config }] : [],
  );

  test("what is not supported is refused, and nothing else", () => {
    for (const { connection, config } of all) {
      const reasons = config.kind === "refused" ? config.refusals : [];
      const names = reasons.map(({ refusal }) => refusal);
      expect(new Set(names)).toEqual(new Set(refusalsOf(vendor, connection)));
    }
  });

  test("every setting of a connection stands where the syntax wants it", () => {
    expect(written.length).toBeGreaterThan(50);
    for (const { connection, config } of written) {
      expect(config.files).toHaveLength(1);
      expect(read(config.files[0]?.text ?? "")).toEqual(expectedOf(connection, vendor));
    }
  });

  test("each placeholder in the text is listed, and no other", () => {
    for (const { config } of written) {
      const marks = config.files[0]?.text.match(/REPLACE-[A-Z0-9-]+/g) ?? [];
      const names = config.placeholders.map(({ name }) => name);
      expect(new Set(names)).toEqual(new Set(marks));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("a note names each lifetime that is absent, and each that is not a tenth shorter", () => {
    for (const { connection, config } of written) {
      const expected = expectedOf(connection, vendor).flatMap((seen, index) => {
        const { ikeConfig, ipsecConfig } = connection.tunnels[index] ?? {};
        const phases = [
          [ikeConfig?.ikeLifetime, seen.ikeLifetime],
          [ipsecConfig?.ipsecLifetime, seen.ipsecLifetime],
        ];
        return phases.flatMap(([theirs, ours], phase) => {
          const about = `${index + 1} ${phase + 1}`;
          if (theirs === null || theirs === undefined) return [`lifetimeAbsent ${about}`];
          // Of this one a note of its own says that it is the same.
          const isSame = vendor === "cisco-ios-xe" && phase === 0 && seen.ikeVersion === "ikev1";
          const isUsual = ours === Math.max(1, Math.floor(theirs * (isSame ? 1 : 0.9)));
          return isUsual ? [] : [`lifetimeLimited ${about}`];
        });
      });
      const noted = config.notes
        .filter(({ note }) => note === "lifetimeLimited" || note === "lifetimeAbsent")
        .map(({ note, values }) => `${note} ${values["tunnel"]} ${values["phase"]}`);
      expect(noted.toSorted()).toEqual(expected.toSorted());
    }
  });
});

const MISSING: Partial<Record<Vendor, string[]>> = { fortigate: ["group24"], vyos: ["des"] };

function refusalsOf(vendor: Vendor, of: VpnConnection): string[] {
  const { tunnels, localSubnets } = of;
  const missing = MISSING[vendor] ?? [];
  const isMissing = tunnels.some(({ ikeConfig, ipsecConfig }) =>
    [...Object.values(ikeConfig), ...Object.values(ipsecConfig)].some((value) =>
      missing.some((one) => one === value),
    ),
  );
  const hasIpv6 = localSubnets.some((subnet) => subnet.includes(":"));
  const hasCidrs = localSubnets.join() !== "0.0.0.0/0";
  const isPairOfCidrs = tunnels.length > 1 && hasCidrs;
  const isRoutedSelector = hasCidrs && swallowing(of).length > 0;
  return [
    ...(isMissing ? ["notSupported"] : []),
    ...(hasIpv6 && (vendor === "h3c" || vendor === "cisco-ios-xe") ? ["ipv6"] : []),
    ...(isPairOfCidrs && vendor === "h3c" ? ["interfaceSelectors"] : []),
    ...(isRoutedSelector && vendor === "juniper-srx" ? ["routedSelector"] : []),
  ];
}
