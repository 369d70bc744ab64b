import { expect, REGION, rowOf, test } from "@/e2e/fixtures";
import { pages } from "@/lib/vpn/hrefs";

const toggleOf = (name: string) => ({ name: `Details of ${name}` });

test("a click opens the panel in place and puts it into the address", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  const toggle = page.getByRole("link", toggleOf("hz-prod-to-frankfurt-dc1"));
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await expect(page).toHaveURL(/\?open=vco-bp1/);
  const ike = page.getByRole("table", { name: "IKE, phase 1" });
  await expect(ike.getByRole("columnheader", { name: "Tunnel 2 (standby)" })).toBeVisible();
  await page.reload();
  await expect(ike).toBeVisible();
  await toggle.click();
  await expect(ike).toHaveCount(0);
  await expect(page).toHaveURL(pages.vpnConnections(REGION));
});

test("several panels are open at once, by address", async ({ page, request }) => {
  const { vpnConnections } = await (
    await request.get(`/api${pages.vpnConnections(REGION)}`)
  ).json();
  const open = vpnConnections
    .slice(0, 2)
    .map((one: { vpnConnectionId: string }) => one.vpnConnectionId);
  await page.goto(pages.vpnConnections(REGION, { open }));
  await expect(page.getByRole("table", { name: "IPsec, phase 2" })).toHaveCount(2);
});

test("every documented field has its place", async ({ page, simulator }) => {
  simulator.setConnections("cn-shenzhen", [
    {
      VpnConnectionId: "vco-fields",
      Name: "fields",
      VpnGatewayId: "vpn-1",
      CustomerGatewayId: "cgw-1",
      LocalSubnet: "10.1.0.0/16",
      RemoteSubnet: "10.2.0.0/16",
      CreateTime: 1_492_753_817_000,
      EffectImmediately: true,
      Status: "ipsec_sa_established",
      IkeConfig: {
        IkeVersion: "ikev1",
        IkeMode: "aggressive",
        IkeEncAlg: "aes192",
        IkeAuthAlg: "sha384",
        IkePfs: "group24",
        IkeLifetime: 86_400,
        LocalId: "left.example",
        RemoteId: "right.example",
        Psk: "seen-by-nobody",
      },
      IpsecConfig: {
        IpsecEncAlg: "3des",
        IpsecAuthAlg: "md5",
        IpsecPfs: "disabled",
        IpsecLifetime: 5430,
      },
      VcoHealthCheck: {
        Enable: "true",
        Status: "failed",
        Dip: "10.2.0.1",
        Sip: "10.1.0.1",
        Interval: 3,
        Retry: 5,
      },
    },
  ]);
  await page.goto(pages.vpnConnections("cn-shenzhen", { open: ["vco-fields"] }));
  const expectations: [string, string, string][] = [
    ["IKE, phase 1", "Version", "ikev1"],
    ["IKE, phase 1", "Mode", "aggressive"],
    ["IKE, phase 1", "Encryption", "aes192"],
    ["IKE, phase 1", "Authentication", "sha384"],
    ["IKE, phase 1", "DH group", "group24"],
    ["IKE, phase 1", "Lifetime", "24 h (86,400 s)"],
    ["IKE, phase 1", "Local id", "left.example"],
    ["IKE, phase 1", "Remote id", "right.example"],
    ["IKE, phase 1", "Pre-shared key", "configured"],
    ["IPsec, phase 2", "Encryption", "3des"],
    ["IPsec, phase 2", "Authentication", "md5"],
    ["IPsec, phase 2", "DH group (PFS)", "disabled"],
    ["IPsec, phase 2", "Lifetime", "5,430 s"],
    ["Connection", "Negotiate immediately", "Yes"],
    ["Connection", "Created", "2017-04-21 13:50:17"],
    ["Health check", "Result", "failed"],
    ["Health check", "Destination", "10.2.0.1"],
    ["Health check", "Source", "10.1.0.1"],
    ["Health check", "Interval", "3 s"],
    ["Health check", "Retries", "5"],
  ];
  for (const [table, label, value] of expectations) {
    const row = page
      .getByRole("table", { name: table, exact: true })
      .getByRole("row")
      .filter({ has: page.getByText(label, { exact: true }) });
    await expect(row.getByRole("cell"), `${table}: ${label}`).toContainText(value);
  }
});

test("a label explains itself on demand", async ({ page }) => {
  await page.goto(pages.vpnConnections(REGION));
  await page.getByRole("link", toggleOf("上海总部-专线备份")).click();
  const explanation = page.getByText("It stays on the server: the browser never receives it.");
  await expect(explanation).toBeHidden();
  await page.getByText("Pre-shared key", { exact: true }).click();
  await expect(explanation).toBeVisible();
});

test("down and not negotiating at once may be idle only, and the panel says so", async ({
  page,
  simulator,
}) => {
  simulator.setConnections("cn-shenzhen", [
    {
      VpnConnectionId: "vco-idle",
      Name: "idle",
      EffectImmediately: false,
      Status: "ike_sa_not_established",
    },
  ]);
  await page.goto(pages.vpnConnections("cn-shenzhen", { open: ["vco-idle"] }));
  await expect(page.getByText(/it may be idle rather than broken/)).toBeVisible();
});

test("values that make no sense cost their fields, and what has no id is said to be unreadable", async ({
  page,
  simulator,
}) => {
  simulator.setConnections("cn-shenzhen", [
    { VpnConnectionId: "vco-good", Name: "good", Status: "ipsec_sa_established" },
    {
      VpnConnectionId: "vco-odd",
      Name: "odd",
      Status: "ipsec_sa_established",
      IkeConfig: { IkeLifetime: "long" },
    },
    { Name: "no id" },
  ]);
  await page.goto(pages.vpnConnections("cn-shenzhen", { open: ["vco-odd"] }));
  await expect(rowOf(page, "good")).toContainText("Up");
  await expect(rowOf(page, "odd")).toContainText("Up");
  await expect(page.getByText("long", { exact: true })).toBeVisible();
  const bad = page.getByRole("row").filter({ hasText: "This connection could not be read" });
  await expect(bad).toContainText("The API sent no readable id for it.");
});
