import { expect, it } from "vitest";
import { type Changes, usual } from "@/e2e/strongswan/factors";
import { ALIBABA_ADDRESSES, type Lab, LINK, withLab } from "@/e2e/strongswan/lab";
import { installed } from "@/e2e/strongswan/swanctl";
import { bringUp } from "@/e2e/strongswan/tunnels";
import { until } from "@/e2e/strongswan/until";

it.concurrent.each([
  ["one network", { networks: "one", tunnels: "pair to one device" }],
  ["several", { networks: "several", tunnels: "pair to two" }],
  ["any", { networks: "any", tunnels: "pair to one device" }],
  ["the default route", { networks: "the default route", tunnels: "pair to one device" }],
])("a pair for %s goes on over the standby when the first tunnel is cut", async (_, changes) => {
  const seen = await withLab((lab) => cutFirst(lab, changes));
  expect(seen).toEqual({ before: [], after: [], standby: 2 });
});

it.concurrent("a tunnel of a pair does not end the other where both have the same identities", async () => {
  const identities = { LocalId: "cloud.example", RemoteId: "branch.example", key: "the same" };
  const log = await withLab(async (lab) => {
    await bringUp(lab, usual({ tunnels: "pair to one device", ...identities }));
    return lab.peer.log;
  });
  // It tells the other end to delete whatever else it has with these identities (RFC 7296, section 2.4).
  expect(log.filter((line) => line.includes("N(INIT_CONTACT)"))).toEqual([]);
});

/** What got no answer before and after the cut, and which tunnel of the customer's is up then. */
async function cutFirst(lab: Lab, changes: Changes) {
  const { exchange, names } = await bringUp(lab, usual(changes));
  await until("routes over both", async () => (await routes(lab)) === "100 200");
  const before = (await exchange()).unanswered;
  await lab.alibaba.ip([`address del ${ALIBABA_ADDRESSES[0]}/32 dev ${LINK}`]);
  // Each end asks the other every 10 seconds whether it is there.
  for (const end of [lab.alibaba, lab.peer]) {
    await until("one tunnel", async () => (await installed(end)).length === 1);
  }
  await until("a route over the standby only", async () => (await routes(lab)) === "200");
  const after = (await exchange()).unanswered;
  const [up] = await installed(lab.peer);
  return { before, after, standby: names.indexOf(up?.name ?? "") + 1 };
}

/** Metrics of the customer's routes to Alibaba; the lowest is preferred. */
async function routes({ peer }: Lab): Promise<string> {
  const found = await peer.must(["ip", "route", "show", "10.1.0.0/16"]);
  const metrics = [...found.matchAll(/metric (\d+)/g)].map(([, metric = ""]) => metric);
  return metrics.toSorted().join(" ");
}
