import { expect, type Page } from "playwright/test";

const tags = (...words: string[]) => ({
  Tag: words.map((word) => {
    const [Key, Value] = word.split(":");
    return { Key, Value };
  }),
});

const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";

const tunnel = (Role: string, Status: string, CustomerGatewayId: string, IkeVersion: string) => ({
  TunnelId: `tun-${Role}`,
  Role,
  State: "active",
  Status,
  CustomerGatewayId,
  TunnelIkeConfig: { IkeVersion },
});

const pair = (CustomerGatewayId: string, IkeVersion: string, standby: string) => ({
  TunnelOptionsSpecification: {
    TunnelOptions: [
      tunnel("master", UP, CustomerGatewayId, IkeVersion),
      tunnel("slave", standby, CustomerGatewayId, IkeVersion),
    ],
  },
});

/** Five connections, told apart by each filter; neither by name nor by age in order. */
export const SMALL_LIST = [
  {
    Name: "charlie",
    CreateTime: Date.UTC(2023, 0, 1),
    VpnGatewayId: "vpn-2",
    CustomerGatewayId: "cgw-1",
    ResourceGroupId: "rg-2",
    Status: UP,
    IkeConfig: { IkeVersion: "ikev2" },
    LocalSubnet: "10.3.0.0/16",
    Tag: tags("team:net"),
  },
  {
    Name: "alpha",
    CreateTime: Date.UTC(2021, 0, 1),
    VpnGatewayId: "vpn-1",
    ResourceGroupId: "rg-1",
    ...pair("cgw-1", "ikev2", UP),
    Tag: tags("env:prod", "team:net"),
  },
  {
    Name: "delta",
    CreateTime: Date.UTC(2024, 0, 1),
    VpnGatewayId: "vpn-2",
    ResourceGroupId: "rg-2",
    ...pair("cgw-2", "ikev1", DOWN),
    Tag: tags("env:dev"),
  },
  {
    Name: "bravo",
    CreateTime: Date.UTC(2022, 0, 1),
    VpnGatewayId: "vpn-1",
    CustomerGatewayId: "cgw-2",
    ResourceGroupId: "rg-1",
    Status: DOWN,
    IkeConfig: { IkeVersion: "ikev1" },
    Tag: tags("env:prod"),
  },
  { Name: "echo", ResourceGroupId: "rg-3", IkeConfig: { IkeVersion: "ikev3" } },
].map((body) => ({ VpnConnectionId: `vco-${body.Name}`, ...body }));

/** The names of the rows, each of which opens its row's panel. */
export function rowNames(page: Page) {
  return page.getByRole("link", { name: /^Details of|的详情$/ });
}

/** A field of the form that narrows the list, whether or not there are suggestions for it. */
export function fieldOf(page: Page, name: string) {
  const form = page.getByRole("search", { name: "Find connections" });
  const asked = { name, exact: true };
  return form.getByRole("textbox", asked).or(form.getByRole("combobox", asked));
}

/** Brings the fields into sight that are folded away. */
export async function unfoldFields(page: Page) {
  const fold = page.locator("summary", { hasText: "Filters and order" });
  await expect(fold).toBeVisible();
  if (await fieldOf(page, "Order").isHidden()) await fold.click();
  await expect(fieldOf(page, "Order")).toBeVisible();
}

/** Waits until the page's scripts run: only they can copy. */
export async function untilHydrated(page: Page) {
  await expect(page.getByRole("button", { name: /^(Copy link|复制链接)$/ }).first()).toBeVisible();
}

/** The page's address asks for what another one asks for, in whatever order and spelling. */
export async function expectSameQuestion(page: Page, address: string) {
  await expect.poll(() => partsOf(page.url())).toEqual(partsOf(address));
}

function partsOf(address: string): string[] {
  const { pathname, searchParams } = new URL(address, "http://any.example");
  return [pathname, ...[...searchParams].map((pair) => pair.join("=")).toSorted()];
}
