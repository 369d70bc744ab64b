import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import type { Account } from "@/e2e/strongswan/account";
import { accountOf } from "@/e2e/strongswan/connections";
import { usual } from "@/e2e/strongswan/factors";
import type { Host } from "@/e2e/strongswan/host";
import { withLab } from "@/e2e/strongswan/lab";
import { configurePeer, knownValues } from "@/e2e/strongswan/peer-end";

const MADE = "/tmp/tunnelboard-made-by-a-name";

/** Each would be more than a value if it got out of its place. */
const TEXTS = [
  'x"\n} } connections { other { version = 2 } }\n#',
  "x } }\nconnections.other.version = 2\n",
  "x\r\ninclude /etc/swanctl/rsa/*\n",
  `$(touch ${MADE})\`touch ${MADE}\`; touch ${MADE}\n touch ${MADE}`,
  "REPLACE-PSK-1",
  "x\\",
  "\u2028} # {",
];

/** Connections that have it somewhere, and how many tunnels each has. */
const PLACES: [string, number, (text: string) => Account][] = [
  ["name", 2, (name) => accountOf(usual({ name, tunnels: "pair to two" }))],
  ["identity of Alibaba's", 1, (LocalId) => accountOf(usual({ LocalId }))],
  ["identity", 1, (RemoteId) => accountOf(usual({ RemoteId }))],
  ["CIDR", 2, (networks) => accountOf(usual({ networks, tunnels: "pair to one device" }))],
  [
    "id of the connection",
    2,
    (VpnConnectionId) => {
      const account = accountOf(usual({ tunnels: "pair to two" }));
      return { ...account, connection: { ...account.connection, VpnConnectionId } };
    },
  ],
];

/** For what cannot be written safely. */
const REPLACED: [string, string][] = [
  ["REPLACE-LOCAL-ID-1", "branch.example"],
  ["REPLACE-ALIBABA-ID-1", "zone1.cloud.example"],
  ["REPLACE-LOCAL-CIDR", "10.2.0.0/24"],
  ["REPLACE-ALIBABA-CIDR", "10.1.0.0/16"],
];

it.concurrent.each(PLACES)(
  "nothing but a value comes of a hostile %s",
  async (_, tunnels, accountWith) => {
    const values = new Map([...knownValues(["one", "two"]), ...REPLACED]);
    const loaded = await withLab(async ({ peer }) => {
      const counts: number[] = [];
      for (const text of TEXTS) {
        const { connections } = await configurePeer(peer, accountWith(text), values);
        counts.push(connections.length);
        await forget(peer);
      }
      return counts;
    });
    expect(loaded).toEqual(TEXTS.map(() => tunnels));
    expect(existsSync(MADE)).toBe(false);
  },
);

/** So that the next one finds nothing of what the last one has made. */
async function forget(host: Host): Promise<void> {
  await host.must(["sh", "-c", "rm /etc/swanctl/conf.d/*"]);
  const links = await host.must(["ip", "-oneline", "link"]);
  const made = [...links.matchAll(/ (ipsec[1-9]\d*):/g)];
  await host.ip(made.map(([, name]) => `link del ${name}`));
}
