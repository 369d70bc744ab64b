import type { Account } from "@/e2e/strongswan/account";
import type { Host } from "@/e2e/strongswan/host";
import { LINK } from "@/e2e/strongswan/lab";
import { load } from "@/e2e/strongswan/swanctl";
import { toCustomerGateway } from "@/lib/server/vpc-api/mappers/customer-gateway";
import { toVpnConnection } from "@/lib/server/vpc-api/mappers/vpn-connection";
import { toVpnGateway } from "@/lib/server/vpc-api/mappers/vpn-gateway";
import { rawCustomerGateway } from "@/lib/server/vpc-api/raw/customer-gateway";
import { rawVpnConnection } from "@/lib/server/vpc-api/raw/vpn-connection";
import { rawVpnGateway } from "@/lib/server/vpc-api/raw/vpn-gateway";
import { peerConfigOf } from "@/lib/vpn/peer-config/generate";

const REGION = "eu-central-1";

/** What Tunnelboard writes for strongSwan at the other end, from what the API answers. */
function peerConfigFor({ connection, vpnGateway, customerGateways }: Account) {
  return peerConfigOf("strongswan", {
    connection: toVpnConnection(REGION, rawVpnConnection.parse(connection)),
    vpnGateway: toVpnGateway(REGION, rawVpnGateway.parse(vpnGateway)),
    customerGateways: customerGateways.map((body) =>
      toCustomerGateway(REGION, rawCustomerGateway.parse(body)),
    ),
    findings: [{ rule: "dh-group-2", severity: "high", title: connection.Name }],
  });
}

/** What the reader knows and the API does not. */
export function knownValues(keys: string[]): Map<string, string> {
  return new Map([
    ...keys.map((key, index): [string, string] => [`REPLACE-PSK-${index + 1}`, key]),
    ["REPLACE-OUTSIDE-INTERFACE", LINK],
    ["REPLACE-ROUTED-CIDR", "10.1.0.0/16"],
    ["REPLACE-ANNOUNCED-CIDR", "10.2.0.0/24"],
  ]);
}

/**
 * Does on the host what the configuration says: fills in what it lists, saves the files and loads them.
 */
export async function configurePeer(host: Host, account: Account, values: Map<string, string>) {
  const config = peerConfigFor(account);
  if (config.kind === "refused") throw new Error(`Refused: ${JSON.stringify(config.refusals)}`);
  const fill = (text: string) =>
    config.placeholders.reduce((filled, { name }) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`Nobody knows what ${name} is`);
      return filled.replaceAll(name, () => value);
    }, text);
  const [main, ...others] = config.files.map(({ name, text }) => ({ name, text: fill(text) }));
  if (main === undefined) throw new Error("No file");
  for (const { name, text } of others) {
    const path = `/etc/swanctl/${name}`;
    await host.write(path, withoutXfrm(text));
    await host.must(["chmod", "+x", path]);
    if (!name.endsWith("-interfaces.sh")) continue;
    await host.must([path]);
    // It can be run again.
    await host.must([path]);
  }
  return { text: main.text, connections: await load(host, main.name, main.text) };
}

/** Not every kernel has XFRM interfaces. What stands for one carries routes as well. */
function withoutXfrm(script: string): string {
  return script.replaceAll(/ip link add (\S+) type xfrm .*/g, "ip tuntap add $1 mode tun");
}
