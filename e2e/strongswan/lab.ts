import { type Charon, startCharon } from "@/e2e/strongswan/charon";
import { type Host, startHost } from "@/e2e/strongswan/host";

/** Public addresses of Alibaba's two tunnels and of the customer's devices (RFC 5737: for examples only). */
export const ALIBABA_ADDRESSES = ["203.0.113.1", "203.0.113.2"] as const;
export const PEER_ADDRESSES = ["198.51.100.1", "198.51.100.2"] as const;

/** The interface at either end of the cable. */
export const LINK = "wan0";

type End = Host & Charon;

export type Lab = {
  /** Plays Alibaba's VPN gateway. */
  alibaba: End;
  /** The customer's device. */
  peer: End;
};

/** Two hosts, joined by a cable, each with charon. Nothing of them is left, whatever happens in between. */
export async function withLab<Result>(work: (lab: Lab) => Promise<Result>): Promise<Result> {
  const hosts: Host[] = [];
  const ends: End[] = [];
  const add = async () => {
    const host = await startHost();
    hosts.push(host);
    return host;
  };
  try {
    const [one, other] = [await add(), await add()];
    await one.ip([`link add ${LINK} type veth peer name ${LINK} netns ${other.pid}`]);
    await one.ip(addressing(ALIBABA_ADDRESSES, "198.51.100.0/24"));
    await other.ip(addressing(PEER_ADDRESSES, "203.0.113.0/24"));
    const [alibaba, peer] = await Promise.all([startEnd(one), startEnd(other)]);
    ends.push(alibaba, peer);
    return await work({ alibaba, peer });
  } catch (error) {
    const logs = ends.map(({ log }, index) => `\n── ${NAMES[index]}\n${log.join("\n")}`);
    throw new Error(`${error instanceof Error ? error.message : String(error)}${logs.join("")}`, {
      cause: error,
    });
  } finally {
    await Promise.all(hosts.map((host) => host.end()));
  }
}

const NAMES = ["Alibaba's end", "the customer's end"];

async function startEnd(host: Host): Promise<End> {
  return { ...host, ...(await startCharon(host)) };
}

function addressing(addresses: readonly string[], others: string): string[] {
  return [
    `link set ${LINK} up`,
    ...addresses.map((address) => `address add ${address}/32 dev ${LINK}`),
    `route add ${others} dev ${LINK}`,
    // Before charon's routes, or the packets of one tunnel to 0.0.0.0/0 would go through the other.
    `rule add to ${others} lookup main priority 100`,
  ];
}

/** Gives a host an address in each of these networks; returns the addresses. */
export async function addNetworks(host: Host, cidrs: string[]): Promise<string[]> {
  const addresses = cidrs.map(addressIn);
  await host.ip(addresses.map((address) => `address add ${address} dev lo`));
  return addresses;
}

/** `10.1.0.0/16` has 10.1.0.1, `fd00:1::/64` has fd00:1::1. */
function addressIn(cidr: string): string {
  const [network = ""] = cidr.split("/");
  return network.replace(/0?$/, "1");
}

/** Whether an answer comes back. No way leads from one network to the other but a tunnel. */
export async function ping(host: Host, from: string, to: string): Promise<boolean> {
  const { isDone } = await host.run(["ping", "-c", "1", "-W", "5", "-I", from, to]);
  return isDone;
}
