import { alibabaEnd, alibabaTunnel } from "@/e2e/strongswan/alibaba-end";
import { accountOf, keyOf, networksOf } from "@/e2e/strongswan/connections";
import type { Combination } from "@/e2e/strongswan/factors";
import { addNetworks, type Lab, ping } from "@/e2e/strongswan/lab";
import { configurePeer, knownValues } from "@/e2e/strongswan/peer-end";
import {
  initiate,
  installed,
  load,
  securityAssociations,
  terminate,
} from "@/e2e/strongswan/swanctl";
import { until } from "@/e2e/strongswan/until";

export type Tunnels = {
  /** Names of the connections at the customer's end, which are those of their CHILD_SAs. */
  names: string[];
  /** Sends a packet from each network there to each at Alibaba, and back. */
  exchange: () => Promise<Exchange>;
  /** Ends them from the customer's end; resolves when neither end has any SA. */
  end: () => Promise<void>;
};

export type Exchange = {
  /** Packets to which no answer came. */
  unanswered: string[];
  /** Tunnels that are up, and packets that they have counted. */
  alibaba: { up: number; in: number; out: number };
  peer: { up: number; in: number; out: number };
};

/**
 * Configures both ends, each in its own way, the customer's perhaps for another connection. Resolves when all
 * its tunnels are up at both.
 */
export async function bringUp(
  { alibaba, peer }: Lab,
  of: Combination,
  ofPeer: Combination = of,
): Promise<Tunnels> {
  const networks = networksOf(of);
  const alibabaHosts = await addNetworks(alibaba, networks.alibaba);
  const peerHosts = await addNetworks(peer, networks.peer);
  const alibabaNames = await load(alibaba, "alibaba.conf", alibabaEnd(accountOf(of)));
  const values = knownValues([keyOf(of, 1), keyOf(of, 2)]);
  const { text, connections: names } = await configurePeer(peer, accountOf(ofPeer), values);
  if (!text.includes("start_action = start")) {
    await (of("initiator") === "peer"
      ? Promise.all(names.map((name) => initiate(peer, name)))
      : initiate(alibaba, alibabaTunnel(1)));
  }
  for (const name of alibabaNames) await alibaba.logged(established(name));
  for (const name of names) await peer.logged(established(name));

  return {
    names,
    async exchange() {
      const unanswered: string[] = [];
      for (const to of alibabaHosts) {
        for (const from of peerHosts) {
          if (!(await ping(peer, from, to))) unanswered.push(`${from} to ${to}`);
        }
      }
      const [there, here] = [await installed(alibaba), await installed(peer)];
      return { unanswered, alibaba: countersOf(there), peer: countersOf(here) };
    },
    async end() {
      for (const name of names) await terminate(peer, name);
      for (const end of [alibaba, peer]) {
        await until("no SA", async () => (await securityAssociations(end)).length === 0);
      }
    },
  };
}

const established = (name: string) => new RegExp(`CHILD_SA ${name}\\{\\d+\\} established`);

function countersOf(children: Awaited<ReturnType<typeof installed>>) {
  const sum = (count: (child: (typeof children)[number]) => number) =>
    children.reduce((total, child) => total + count(child), 0);
  return {
    up: children.length,
    in: sum(({ packetsIn }) => packetsIn),
    out: sum(({ packetsOut }) => packetsOut),
  };
}
