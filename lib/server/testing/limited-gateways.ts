import "server-only";
import type { User } from "@/lib/server/auth/user";
import { downloadGateways } from "@/lib/server/export/gateways";
import { listAllGateways, listGatewaysOf } from "@/lib/server/inventory/gateway-pages";
import {
  CUSTOMER_GATEWAY_LIST,
  type ListedKind,
  VPN_GATEWAY_LIST,
} from "@/lib/server/inventory/listed-kinds";
import type { CustomerGatewayList, ListedGateway, VpnGatewayList } from "@/lib/vpn/gateway-list";
import { type GatewayParameters, NO_GATEWAY_PARAMETERS } from "@/lib/vpn/gateway-parameters";

const QUESTIONS: Partial<GatewayParameters>[] = [
  {},
  { q: "unused" },
  { status: ["down"], sort: "-connectionCount" },
  { pageSize: 1, pageNumber: 2 },
];

type Ask = (name: string, asking: Promise<unknown>) => Promise<void>;

/** All lists of gateways that a user can ask for. */
export async function askForGateways(ask: Ask, user: User, regionIds: readonly string[]) {
  await askForKind(VPN_GATEWAY_LIST);
  await askForKind(CUSTOMER_GATEWAY_LIST);

  async function askForKind<
    Gateway extends ListedGateway,
    List extends VpnGatewayList | CustomerGatewayList,
  >(listed: ListedKind<Gateway, List>): Promise<void> {
    for (const question of QUESTIONS) {
      const asked = { ...NO_GATEWAY_PARAMETERS, ...question };
      const name = `${listed.kind.of} ${JSON.stringify(question)}`;
      for (const regionId of regionIds) {
        await ask(`${name} of ${regionId}`, listGatewaysOf(listed, regionId, asked, user));
      }
      await ask(`${name} of all`, listAllGateways(listed, asked, user, 10_000));
      const whole = listAllGateways(listed, { ...asked, isWhole: true }, user, 0);
      const file = whole.then(async (list) =>
        (await downloadGateways(null, asked, list, { format: "csv", columns: null })).text(),
      );
      await ask(`file of ${name}`, file);
    }
  }
}
