import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch, startApp } from "@/e2e/app-server";
import { bytesIn, DATABASE, rowsOf } from "@/e2e/database";
import { expect, REGION, SECRETS, test } from "@/e2e/fixtures";
import { addressesOf, builtRoutes, type Ids } from "@/e2e/routes";
import { expectNone, expectNoSecret, idsOf, visit, visitsOf } from "@/e2e/every-address";
import { single, UP } from "@/e2e/wire";
import { api } from "@/lib/vpn/hrefs";

/** That no address gives them away, whatever the fault, is for outage.spec.ts and secrets-roles.spec.ts to see. */
const NOTHING: Ids = { rows: 50, open: [], vpnGatewayId: "vpn-1", customerGatewayId: "cgw-1" };

/** What the keys are changed to while the server runs. */
const ROTATED = { psk: "psk-R0tat3d-55e1", authKey: "bgp-R0tat3d-7c02" };

const withKeys = (psk: string, authKey: string) => [
  single("office", UP, {
    IkeConfig: { Psk: psk, IkeVersion: "ikev2" },
    VpnBgpConfig: { EnableBgp: "true", AuthKey: authKey, LocalAsn: "65001", PeerAsn: "65002" },
  }),
];

test("the list of addresses knows every route of the build", () => {
  expect(Object.keys(addressesOf(REGION, NOTHING)).toSorted()).toEqual(builtRoutes());
});

test("the simulator does send the secrets that are looked for", async ({ request, simulator }) => {
  await request.get(api.vpnConnections(REGION, { pageSize: 50 }));
  const sent = simulator.requests.at(-1);
  expect(sent?.parameters.AccessKeyId).toBe(simulator.accessKeyId);
  const { vpnConnections } = await (
    await request.get(api.vpnConnections(REGION, { pageSize: 50 }))
  ).json();
  const configured = JSON.stringify(vpnConnections).match(/"psk":\{"configured":true\}/g);
  expect(configured?.length).toBeGreaterThan(10);
  expect(JSON.stringify(vpnConnections)).toContain('"authKey":{"configured":true}');
});

test("no address gives them away, with long lists and many open panels", async ({
  app,
  simulator,
}) => {
  const visits = visitsOf(REGION, await idsOf(app, REGION, { rows: 50 }));
  await Promise.all(visits.map((one) => visit(app, simulator, one)));
});

test("a request for the payload of a page gets it", async ({ request }) => {
  const [address = ""] = addressesOf(REGION, NOTHING)["/regions/[regionId]/vpn-connections"] ?? [];
  const reply = await request.get(address, { headers: { RSC: "1" } });
  expect(reply.headers()["content-type"]).toContain("text/x-component");
  expect(await reply.text()).toContain("hz-prod-to-frankfurt-dc1");
});

test("not even where the API sends the key as its code or RequestId", async ({
  app,
  request,
  simulator,
}) => {
  await request.get(api.vpnConnections(REGION));
  for (const body of [
    { Code: `InvalidAccessKeyId.${simulator.accessKeyId}`, RequestId: simulator.accessKeySecret },
    { Code: simulator.accessKeyId },
    { RequestId: simulator.accessKeySecret, TotalCount: 0, VpnConnections: {} },
  ]) {
    const end = simulator.faults.add({
      action: "DescribeVpnConnections",
      kind: "body",
      body: JSON.stringify(body),
      status: "Code" in body ? 403 : 200,
    });
    for (const address of addressesOf(REGION, NOTHING)["/regions/[regionId]/vpn-connections"] ??
      []) {
      expectNoSecret(await (await request.get(address)).text(), address, simulator);
    }
    expectNoSecret(
      await (await request.get(api.vpnConnections(REGION))).text(),
      "the API",
      simulator,
    );
    end();
  }
  expectNoSecret(app.output(), "the output of the server", simulator);
});

test("DEBUG cannot make the server print bodies", async ({ simulator }) => {
  const app = await startApp(simulator, { DEBUG: "*" }, { start: launch });
  await fetch(app.url + api.vpnConnections(REGION));
  await app.close();
  expectNoSecret(app.output(), "the output of the server", simulator);
});

test("the database holds none of them, in any spelling, and no hash of one", async ({
  simulator,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "tunnelboard-secrets-"));
  const app = await startApp(simulator, { TUNNELBOARD_DATA_DIR: folder });
  simulator.setConnections(REGION, withKeys(SECRETS.psk, SECRETS.authKey));
  for (const regionId of simulator.regionIds)
    await fetch(app.url + api.vpnConnections(regionId, { pageSize: 50, q: "a" }));
  // A key that is changed is an event that says so, and no more.
  simulator.setConnections(REGION, withKeys(ROTATED.psk, ROTATED.authKey));
  const changed = () =>
    rowsOf(folder, "select changes from events where kind = 'config_changed'").map(({ changes }) =>
      String(changes),
    );
  await expect
    .poll(async () => {
      await fetch(app.url + api.vpnConnections(REGION, { q: "a" }));
      return changed().join("");
    })
    .toContain("psk");
  const { psk, authKey } = SECRETS;
  const secrets = [
    psk,
    authKey,
    ...Object.values(ROTATED),
    simulator.accessKeyId,
    simulator.accessKeySecret,
  ];
  const spellings = secrets.flatMap(spellingsOf);
  for (const isClosed of [false, true]) {
    if (isClosed) await app.close();
    const files = bytesIn(folder);
    expect(files.some(({ name }) => name === DATABASE)).toBe(true);
    for (const { name, bytes } of files) expectNone(spellings, bytes.toString("latin1"), name);
    // The search does find what is there.
    expect(files.some(({ bytes }) => bytes.includes("vco-office"))).toBe(true);
  }
  rmSync(folder, { recursive: true });
});

/** As it is, in UTF-16, in base64 wherever it begins, in hex, and its usual hashes. */
function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .slice(shift === 0 ? 0 : 4)
      .replace(/.?.?=*$/, ""),
  );
  const hashes = ["md5", "sha1", "sha256", "sha512"].flatMap((name) => {
    const hash = createHash(name).update(secret).digest();
    return [hash.toString("latin1"), hash.toString("hex"), hash.toString("base64")];
  });
  const hex = bytes.toString("hex");
  return [
    secret,
    Buffer.from(secret, "utf16le").toString("latin1"),
    ...shifted,
    hex,
    hex.toUpperCase(),
    ...hashes,
  ];
}
