import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startApp } from "@/e2e/app-server";
import { expectNone } from "@/e2e/every-address";
import { expect, REGION, test } from "@/e2e/fixtures";
import { sessionOf } from "@/e2e/local-accounts";
import { wordsOf } from "@/e2e/reply-summary";
import { makeUsersFile } from "@/e2e/users-file";
import { KEYS, singleWith } from "@/e2e/weak-connections";
import { setUp } from "@/e2e/wire";
import type { FindingList } from "@/lib/vpn/findings/list";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { api, pages } from "@/lib/vpn/hrefs";

const HERE = { regionId: REGION };

test("findings keep to what a user sees, tell no key, and those accepted come last with their reason", async ({
  simulator,
}) => {
  const elsewhere = { VpnGatewayId: "vpn-hidden", CustomerGatewayId: "cgw-hidden" };
  setUp(simulator, [
    singleWith("short", { Psk: KEYS.short }),
    singleWith("trivial", { Psk: KEYS.trivial }),
    singleWith("reused", { Psk: KEYS.reused }),
    singleWith("hidden", { Psk: KEYS.reused }, elsewhere),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-waivers-"));
  const file = join(folder, "waivers.yaml");
  const waiver = { rule: "no-redundancy", vpnConnectionId: "vco-short" };
  const entry = { ...waiver, reason: "moves in spring", until: "2199-12-31" };
  // YAML is a superset of JSON.
  writeFileSync(file, JSON.stringify({ waivers: [entry] }));
  const users = makeUsersFile({ olga: "operator", gina: `viewer:${REGION}/vpn-core` });
  const app = await startApp(simulator, { ...users.settings, TUNNELBOARD_WAIVERS_FILE: file });
  const as = async (user: string) => {
    const headers = { cookie: await sessionOf(app.url, user) };
    const text = async (address: string) => (await fetch(app.url + address, { headers })).text();
    const list = async (address: string): Promise<FindingList> => JSON.parse(await text(address));
    return { text, list };
  };
  const [olga, gina] = [await as("olga"), await as("gina")];
  const asked = `${api.findings(HERE)}&wait=20`;
  // In both orders: what one has asked must not be what another is answered.
  for (const { list } of [gina, olga, gina]) {
    const { findings, waived, counts, totalCount } = await list(asked);
    const isLimited = list === gina.list;
    const seen = new Set(findings.map(({ vpnConnectionId }) => vpnConnectionId));
    expect(seen.has("vco-hidden")).toBe(!isLimited);
    expect(findings.some(({ rule }) => rule === "psk-reused")).toBe(!isLimited);
    expect(JSON.stringify(findings).includes("hidden")).toBe(!isLimited);
    expect(waived).toBe(1);
    expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(totalCount - 1);
    expect(findings.at(-1)).toMatchObject({
      ...waiver,
      waiver: { reason: "moves in spring", until: Date.UTC(2200, 0, 1), lastDay: "2199-12-31" },
    });
  }
  const { findings } = await olga.list(asked);
  const rulesOf = (id: string) =>
    findings.filter((one) => one.vpnConnectionId === id).map(({ rule }) => rule);
  expect(rulesOf("vco-short")).toContain("psk-short");
  expect(rulesOf("vco-trivial")).toContain("psk-trivial");
  expect(rulesOf("vco-hidden")).toContain("psk-reused");

  const question = { ...NO_FINDING_PARAMETERS, ...HERE };
  for (const address of [
    pages.findings(HERE),
    pages.findings({ ...HERE, by: "connection" }),
    api.findings(HERE),
    api.downloadFindings(question, "csv"),
    api.downloadFindings(question, "json"),
    pages.vpnConnections(REGION),
    api.vpnConnections(REGION, { q: "a" }),
    ...["short", "trivial", "reused"].map((name) => pages.vpnConnection(REGION, `vco-${name}`)),
    pages.home,
  ]) {
    expectNone(Object.values(KEYS), await olga.text(address), address);
  }
  expectNone(Object.values(KEYS), app.output(), "the output of the server");
  const words = wordsOf(await gina.text(pages.findings(HERE)));
  expect(words).toContain("1 accepted finding");
  expect(words).toMatch(/\d findings, 1 accepted/);
  expect(words).toContain("moves in spring");
  expect(words).toContain("2199-12-31 (UTC)");
  expect(words).not.toContain("vco-hidden");
  await app.close();
  users.close();
  rmSync(folder, { recursive: true });
});
