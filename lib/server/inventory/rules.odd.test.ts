import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { beforeAll, expect, it, vi } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import en from "@/lib/i18n/messages/en.json";
import zhCN from "@/lib/i18n/messages/zh-CN.json";
import {
  findingWords,
  type FindingWords,
  type WordedFinding,
} from "@/lib/server/inventory/finding-words";
import { pair, single } from "@/lib/server/testing/findings";
import { vpnGatewayBody } from "@/lib/server/testing/gateway-bodies";
import { mutated, mutatedWithSecrets } from "@/lib/server/testing/mutations";
import { dualTunnel, singleTunnel } from "@/lib/server/testing/wire-bodies";
import { keyFactsOf } from "@/lib/server/vpc-api/key-facts";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { findingsOf } from "@/lib/vpn/findings/find";
import { type Finding, RULE_IDS } from "@/lib/vpn/findings/finding";
import { RULES } from "@/lib/vpn/findings/rules";

vi.mock("next-intl/server", () => import("@/lib/server/testing/translations"));

const REGION = "cn-hangzhou";
const weak = {
  ike: { IkeVersion: "ikev1", IkeMode: "aggressive", IkeEncAlg: "des", IkeLifetime: 86_400 },
  ipsec: { IpsecPfs: "disabled", IpsecEncAlg: "3des", IpsecAuthAlg: "md5", IpsecLifetime: 86_400 },
  connection: { LocalSubnet: "10.0.0.0/8,100.64.0.0/16", RemoteSubnet: "10.1.0.0/16" },
};
const bodies = fc.constantFrom(single(weak), pair(weak), singleTunnel, dualTunnel);

/** What the rules find on whatever of these can be read. */
function findingsOn(connections: unknown[], gateways: unknown[]): Finding[] {
  const vpnConnections = connections.flatMap((body) => {
    const { data } = rawVpnConnection.safeParse(body);
    return data === undefined ? [] : [toVpnConnection(REGION, data)];
  });
  const vpnGateways = gateways.flatMap((body) => {
    const { data } = rawVpnGateway.safeParse(body);
    return data === undefined ? [] : [toVpnGateway(REGION, data)];
  });
  const region = {
    regionId: REGION,
    vpnConnections,
    vpnGateways: new Map(vpnGateways.map((one) => [one.vpnGatewayId, one])),
    customerGateways: new Map(),
  };
  return findingsOf({ regions: [region], keyFactsOf, now: Date.UTC(2026, 0, 15) });
}

const textsOf = ({ title, detail, advice }: WordedFinding) => [title, detail, advice];

let words: FindingWords[] = [];

beforeAll(async () => {
  words = await Promise.all(LOCALES.map(findingWords));
});

it("no rule throws on anything that can be read, and each finding has its words in both languages", () => {
  const gateway = mutated({ ...vpnGatewayBody, ChargeType: "PREPAY" });
  fc.assert(
    fc.property(
      fc.array(bodies.chain(mutated), { maxLength: 5 }),
      fc.array(gateway, { maxLength: 2 }),
      (connections, gateways) => {
        for (const finding of findingsOn(connections, gateways)) {
          expect(RULE_IDS).toContain(finding.rule);
          for (const inWords of words) {
            const worded = inWords(finding);
            for (const text of textsOf(worded)) expect(text).not.toMatch(/^$|[{}]|NaN/);
            expect(worded.references.length).toBeGreaterThan(0);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

it("no finding shows a secret, whatever its place and spelling", () => {
  fc.assert(
    fc.property(fc.array(bodies.chain(mutatedWithSecrets), { maxLength: 3 }), (connections) => {
      expect(JSON.stringify(findingsOn(connections, []))).not.toMatch(/never-?show-?this/);
    }),
    { numRuns: 50 },
  );
});

it("every rule is applied, in the order of their ids, and has words and references", () => {
  expect(RULES.map(({ id }) => id)).toEqual(RULE_IDS);
  expect(Object.keys(en.findings.rules).toSorted()).toEqual(RULE_IDS.toSorted());
  expect(Object.keys(zhCN.findings.rules).toSorted()).toEqual(RULE_IDS.toSorted());
  for (const { references } of RULES) {
    expect(references.length).toBeGreaterThan(0);
    for (const { title, url } of references) {
      expect(title).not.toBe("");
      expect(url ?? "https://none.example").toMatch(/^https:\/\/[\w.]+\/?[\w/.#-]*$/);
    }
  }
});

it("every rule stands in the documentation", () => {
  const table = readFileSync("docs/findings.md", "utf8");
  const documented = [...table.matchAll(/^\| `([\w-]+)` /gm)].map(([, id]) => id);
  expect(documented).toEqual(RULE_IDS);
});
