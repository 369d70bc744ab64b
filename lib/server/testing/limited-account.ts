import "server-only";
import type { User } from "@/lib/server/auth/user";
import { facetsSoFar, allFacetsSoFar } from "@/lib/server/inventory/facets";
import { askForGateways } from "@/lib/server/testing/limited-gateways";
import {
  CONNECTION_IDS,
  CUSTOMER_IDS,
  FINDINGS,
  GATEWAY_IDS,
  HERE,
  LOGS,
  QUESTIONS,
  SUBNET_QUESTIONS,
} from "@/lib/server/testing/limited-questions";
import { findingsSoFar, listFindings } from "@/lib/server/inventory/findings";
import { lookUpId } from "@/lib/server/inventory/id-lookup";
import {
  downloadAllVpnConnections,
  listAllVpnConnections,
} from "@/lib/server/inventory/all-connections";
import { readOverview } from "@/lib/server/inventory/overview";
import { lastRegions, listRegions, regionNameSoon } from "@/lib/server/inventory/regions";
import { getConnectionLogs } from "@/lib/server/inventory/connection-logs";
import {
  allVpnConnections,
  getVpnConnection,
  listVpnConnections,
} from "@/lib/server/inventory/vpn-connections";
import {
  CUSTOMER_GATEWAYS,
  getGateway,
  listGateways,
  VPN_GATEWAYS,
} from "@/lib/server/inventory/gateways";
import { compareVpnConnection } from "@/lib/server/inventory/comparison";
import { allSubnets, listSubnets } from "@/lib/server/inventory/subnets";
import { downloadSubnets } from "@/lib/server/export/subnets";
import { download } from "@/lib/server/export/download";
import { NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { listParametersOf } from "@/lib/vpn/list-parameters";
import { readPageParameters } from "@/lib/vpn/search-params";
import { NO_SUBNET_PARAMETERS } from "@/lib/vpn/subnet-list";

/** As much of the simulator as is filled here: code of the server knows no more of it. */
type World = Record<
  "setConnections" | "setVpnGateways" | "setCustomerGateways",
  (regionId: string, bodies: unknown[]) => void
> & { regionIds: string[] };

const body = (name: string, gateway: string, customer: string, Status: string) => ({
  VpnConnectionId: `vco-${name}`,
  Name: name,
  VpnGatewayId: `vpn-${gateway}`,
  CustomerGatewayId: `cgw-${customer}`,
  Status,
  // One key for all, which is no secret between them.
  IkeConfig: { IkeVersion: `ike-of-${name}`, IkeEncAlg: "des", Psk: "one-key-of-all-devices" },
  ResourceGroupId: `rg-${name}`,
  Tag: { Tag: [{ Key: "team", Value: name }] },
  LocalSubnet: "10.0.0.0/16",
  // That of one lies within that of another, which not everybody sees.
  RemoteSubnet: name === "b1" ? "10.20.0.0/16" : `10.20.${name.charCodeAt(0)}.0/24,no-cidr`,
});
const UP = "ipsec_sa_established";
const DOWN = "ike_sa_not_established";

/** Two gateways with two connections each, that share a customer gateway. */
const CONNECTIONS = [
  body("a1", "a", "x", UP),
  body("b1", "b", "x", DOWN),
  body("a2", "a", "y", DOWN),
  body("b2", "b", "z", UP),
];

/** Stands for the connection that could not be read, since it has no id. */
export const NO_ID = "no id";
const UNREADABLE = { ...body("broken", "a", "x", UP), VpnConnectionId: null };

const gateways = ["a", "b", "unused"].map((name) => ({ VpnGatewayId: `vpn-${name}`, Name: name }));
const customers = ["x", "y", "z", "unused"].map((name) => ({
  CustomerGatewayId: `cgw-${name}`,
  Name: name,
}));

/** Fills the first region, as far as its ids are among these, and the second one. */
export function fill(simulator: World, isThere: (id: string) => boolean = () => true): void {
  simulator.setConnections(HERE, [
    ...CONNECTIONS.filter((one) => isThere(one.VpnConnectionId)),
    ...(isThere(NO_ID) ? [UNREADABLE] : []),
  ]);
  simulator.setVpnGateways(
    HERE,
    gateways.filter((one) => isThere(one.VpnGatewayId)),
  );
  simulator.setCustomerGateways(
    HERE,
    customers.filter((one) => isThere(one.CustomerGatewayId)),
  );
  const there = simulator.regionIds[1] ?? "";
  simulator.setConnections(there, [body("c1", "c", "c", UP)]);
  simulator.setVpnGateways(there, [{ VpnGatewayId: "vpn-c" }]);
  simulator.setCustomerGateways(there, [{ CustomerGatewayId: "cgw-c" }]);
}

/** What comes of it: the answer, or the error with all that a user can learn from it. */
async function outcomeOf(asking: Promise<unknown>): Promise<unknown> {
  try {
    return await asking;
  } catch (error) {
    return { failed: Object.fromEntries(Object.entries(error instanceof Error ? error : {})) };
  }
}

/** All that a user can ask about these regions, and what they are answered, without times. */
export async function allAnswers(user: User, regionIds: readonly string[]): Promise<unknown> {
  const answers: unknown[] = [await listRegions(user), lastRegions(user)];
  const ask = async (name: string, asking: Promise<unknown>) =>
    void answers.push({ name, answer: await outcomeOf(asking) });
  for (const regionId of regionIds) {
    await ask(`name of ${regionId}`, regionNameSoon(regionId, user));
    for (const question of QUESTIONS) {
      const name = JSON.stringify([regionId, question]);
      const parameters = listParametersOf(readPageParameters(question));
      await ask(`list ${name}`, listVpnConnections(regionId, parameters, user));
      const all = allVpnConnections(regionId, parameters, user);
      await ask(`all ${name}`, all);
      const file = all.then(async (list) => (await download(regionId, list, "csv")).text());
      await ask(`file ${name}`, file);
      await ask(`all regions ${name}`, listAllVpnConnections(parameters, user, 10_000));
      await ask(`all of all regions ${name}`, downloadAllVpnConnections(parameters, user));
    }
    for (const asked of FINDINGS) {
      const question = { ...NO_FINDING_PARAMETERS, ...asked, regionId };
      const name = JSON.stringify([regionId, asked]);
      await ask(`findings ${name}`, listFindings(question, user, 10_000));
      await ask(`findings so far ${name}`, findingsSoFar(question, user));
    }
    await ask("gateways", listGateways(VPN_GATEWAYS, regionId, user));
    await ask("customer gateways", listGateways(CUSTOMER_GATEWAYS, regionId, user));
    for (const id of CONNECTION_IDS) {
      await ask(id, getVpnConnection(regionId, id, user));
      await ask(`logs of ${id}`, getConnectionLogs(regionId, id, LOGS, user));
      const comparing = compareVpnConnection(
        regionId,
        "vco-a1",
        { with: id, withRegionId: null },
        user,
      );
      await ask(`a1 with ${id}`, comparing);
    }
    for (const id of GATEWAY_IDS) await ask(id, getGateway(VPN_GATEWAYS, regionId, id, user));
    for (const id of CUSTOMER_IDS) await ask(id, getGateway(CUSTOMER_GATEWAYS, regionId, id, user));
    answers.push({ facets: facetsSoFar(regionId, user) });
  }
  for (const question of SUBNET_QUESTIONS) {
    const parameters = { ...NO_SUBNET_PARAMETERS, ...question };
    const name = `subnets ${JSON.stringify(question)}`;
    await ask(name, listSubnets(parameters, user, 10_000));
    const file = allSubnets(parameters, user).then(async (whole) =>
      (await downloadSubnets(parameters, whole, "csv")).text(),
    );
    await ask(`file of ${name}`, file);
  }
  await askForGateways(ask, user, regionIds);
  for (const id of [...CONNECTION_IDS, ...GATEWAY_IDS, ...CUSTOMER_IDS]) {
    await ask(`find ${id}`, lookUpId(id, user));
  }
  await ask("overview", readOverview(user, 10_000));
  answers.push({ facets: allFacetsSoFar(user) });
  return withoutTimes(answers);
}

/** Without what differs from one reading to the next. */
function withoutTimes(answers: unknown): unknown {
  const VOLATILE = new Set(["requestId", "fetchedAt", "verdictSince", "changesIn24Hours"]);
  const text = JSON.stringify(answers, (name, value: unknown) =>
    VOLATILE.has(name) ? undefined : value,
  );
  const parsed: unknown = JSON.parse(text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "then"));
  return parsed;
}
