import { expect, REGION, rowOf, SECRETS, test } from "@/e2e/fixtures";
import { drawingOf, fieldOf } from "@/e2e/page-parts";
import { APART, NAMES, pair, PHASE_1_FAILED, PHASE_2_FAILED, setUp, single, UP } from "@/e2e/wire";
import { pages } from "@/lib/vpn/hrefs";

const addressOf = (name: string) => pages.vpnConnection(REGION, `vco-${name}`);

test("the panel of a row leads to the connection's own page", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.goto(pages.vpnConnections(REGION, { open: ["vco-alpha"] }));
  await page.getByRole("link", { name: "Open connection" }).click();
  await expect(page).toHaveURL(addressOf("alpha"));
  await expect(page).toHaveTitle("alpha · China (Hangzhou) · Tunnelboard");
  await expect(page.getByRole("heading", { level: 1, name: "alpha" })).toBeVisible();
  await expect(page.getByText("vco-alpha", { exact: true }).first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: NAMES.region }).click();
  await expect(page).toHaveURL(pages.vpnConnections(REGION));
  await expect(rowOf(page, "alpha")).toBeVisible();
});

test("everything about a pair is open, tunnel by tunnel", async ({ page, simulator }) => {
  setUp(simulator, [
    pair("beta", [UP, PHASE_1_FAILED], APART, {
      CreateTime: Date.UTC(2024, 0, 1, 20, 30, 0),
      EffectImmediately: true,
      State: "active",
      AttachType: "VPNGW",
      NetworkType: "public",
      ResourceGroupId: "rg-beta",
      EnableTunnelsBgp: true,
      Tag: { Tag: [{ Key: "team", Value: "network" }] },
    }),
  ]);
  await page.goto(addressOf("beta"));
  await expect(page.getByText("Degraded", { exact: true })).toBeVisible();
  await expect(page.getByText("one of two tunnels down: no redundancy")).toBeVisible();
  for (const table of ["Tunnels", "IKE, phase 1", "IPsec, phase 2"]) {
    const heads = page.getByRole("table", { name: table, exact: true }).getByRole("columnheader");
    await expect(heads, table).toHaveText(["Field", "Tunnel 1 (active)", "Tunnel 2 (standby)"]);
  }
  for (const [label, values] of [
    ["Status", [/^established/, /^phase 1 failed/]],
    ["Tunnel id", ["tun-beta-1", "tun-beta-2"]],
    ["Gateway address", ["203.0.113.1", "203.0.113.2"]],
    ["Customer gateway", ["cgw-works", "cgw-office"]],
  ] as const) {
    await expect(fieldOf(page, "Tunnels", label), label).toHaveText([...values]);
  }
  for (const [label, value] of [
    ["Id", "vco-beta"],
    ["VPN gateway", "vpn-core"],
    ["Customer gateway", "cgw-workscgw-office"],
    ["Local subnets", "10.1.0.0/16"],
    ["Remote subnets", "192.168.1.0/24"],
    ["Created", "2024-01-01 20:30:00 UTC"],
    ["Negotiate immediately", "Yes"],
    ["Lifecycle", "active"],
    ["Attached to", "VPNGW"],
    ["Network type", "public"],
    ["Resource group", "rg-beta"],
    ["BGP on the tunnels", "Yes"],
    ["Tags", "team: network"],
  ] as const) {
    await expect(fieldOf(page, "Connection", label), label).toContainText(value);
  }
});

test("its drawing and its fields lead to its gateways", async ({ page, simulator }) => {
  setUp(simulator, [pair("beta", [UP, PHASE_1_FAILED], APART)]);
  await page.goto(addressOf("beta"));
  const drawing = drawingOf(page);
  for (const text of ["vpc-core", "10.1.0.0/16", "vgw-core", "203.0.113.1", "203.0.113.2"]) {
    await expect(drawing.getByText(text, { exact: true })).toBeVisible();
  }
  const ends = drawing.getByRole("list", { name: "Connections and their tunnels" });
  const second = ends.getByRole("listitem").filter({ hasText: "Tunnel 2 (standby):" }).nth(1);
  await expect(second).toContainText("Tunnel 2 (standby): phase 1 failed");
  await expect(second).toContainText("office-routercgw-office198.51.100.30");
  await expect(second).not.toContainText("cgw-works");

  const fields = page.getByRole("table", { name: "Connection", exact: true });
  for (const [part, id, address] of [
    [drawing, "vpn-core", pages.vpnGateway(REGION, "vpn-core")],
    [fields, "vpn-core", pages.vpnGateway(REGION, "vpn-core")],
    [drawing, "cgw-office", pages.customerGateway(REGION, "cgw-office")],
    [fields, "cgw-works", pages.customerGateway(REGION, "cgw-works")],
  ] as const) {
    await part.getByRole("link", { name: id, exact: true }).click();
    await expect(page).toHaveURL(address);
    await page.goBack();
    await expect(page).toHaveURL(addressOf("beta"));
  }
});

test("a connection of a transit router names the router, and no VPN gateway", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [
    pair("cen", [UP, UP], APART, {
      VpnGatewayId: "",
      AttachType: "CEN",
      AttachInstanceId: "cen-backbone",
      TransitRouterId: "tr-core",
      TransitRouterName: "router of Hangzhou",
      CrossAccountAuthorized: true,
      State: "attached",
      Spec: "1000M",
      TunnelBandwidth: "large",
    }),
  ]);
  await page.goto(addressOf("cen"));
  await expect(drawingOf(page)).toContainText("Transit routerrouter of Hangzhoutr-core");
  await expect(drawingOf(page)).not.toContainText("VPN gateway");
  for (const [label, value] of [
    ["Transit router", "router of Hangzhoutr-core"],
    ["Attached to", "CEN"],
    ["Attached instance", "cen-backbone"],
    ["Lifecycle", "attached"],
    ["Cross-account", "Yes"],
    ["Bandwidth", "1000M"],
    ["Bandwidth per tunnel", "large"],
  ] as const) {
    await expect(fieldOf(page, "Connection", label), label).toHaveText(value);
  }
  await expect(fieldOf(page, "Connection", "VPN gateway")).toHaveCount(0);
});

test("a connection that hangs on nothing yet says so", async ({ page, simulator }) => {
  const attachment = { VpnGatewayId: "", AttachType: "NO_ASSOCIATED", State: "init" };
  setUp(simulator, [pair("new", ["", ""], APART, attachment)]);
  await page.goto(addressOf("new"));
  await expect(drawingOf(page).getByText("Not attached")).toBeVisible();
  await expect(drawingOf(page)).toContainText("Tunnel 1 (active): not negotiated yet");
  await expect(fieldOf(page, "Connection", "Attached to")).toHaveText("NO_ASSOCIATED");
  await expect(page.getByText("Unknown", { exact: true })).toBeVisible();
});

test("keys and certificates are told of as present only", async ({ page, simulator }) => {
  const certificate = "-----BEGIN CERTIFICATE-----\nMIIBsecret";
  setUp(simulator, [
    single("alpha", UP, {
      IkeConfig: { IkeVersion: "ikev2", Psk: SECRETS.psk },
      VpnBgpConfig: { Status: "false", LocalAsn: 64_512, AuthKey: SECRETS.authKey },
      RemoteCaCertificate: certificate,
    }),
  ]);
  await page.goto(addressOf("alpha"));
  await expect(fieldOf(page, "IKE, phase 1", "Pre-shared key")).toContainText("configured");
  await expect(fieldOf(page, "BGP", "BGP auth key")).toContainText("configured");
  await expect(fieldOf(page, "BGP", "Session")).toHaveText("failed (false)");
  await expect(fieldOf(page, "Tunnel", "Peer CA certificate")).toHaveText("present");
  const html = await page.content();
  for (const secret of [SECRETS.psk, SECRETS.authKey, "MIIBsecret"]) {
    expect(html.includes(secret)).toBe(false);
  }
});

test("status, drawing and fields follow a change at the next poll", async ({ page, simulator }) => {
  setUp(simulator, [single("alpha", UP)]);
  await page.clock.install();
  await page.goto(addressOf("alpha"));
  await expect(fieldOf(page, "Tunnel", "Status")).toContainText("established");
  setUp(simulator, [single("alpha", PHASE_2_FAILED)]);
  await page.clock.fastForward("00:16");
  await expect(fieldOf(page, "Tunnel", "Status")).toContainText("phase 2 failed");
  await expect(drawingOf(page)).toContainText("Tunnel 1: phase 2 failed");
  await expect(page.getByText("Down", { exact: true })).toBeVisible();
});

test("a connection with a value that makes no sense is shown, and the value named", async ({
  page,
  simulator,
}) => {
  setUp(simulator, [{ VpnConnectionId: "vco-odd", Name: { surprise: true }, CreateTime: "soon" }]);
  await page.goto(addressOf("odd"));
  await expect(page.getByText("vco-odd").first()).toBeVisible();
  await expect(page.getByRole("main")).toContainText("soon");
  await expect(page.getByText("No such connection")).toHaveCount(0);
});
