import { pair, single, UP, WORKS } from "@/e2e/wire";

/** Of each class one that no text of the product holds by itself. */
export const KEYS = {
  short: "Zq7#k9",
  trivial: "a".repeat(23),
  reused: "r3used-K3y-0f-tw0-dev1ces",
};

const STRONG = {
  IkeVersion: "ikev2",
  IkeEncAlg: "aes256",
  IkeAuthAlg: "sha256",
  IkePfs: "group14",
  IkeLifetime: 28_800,
};
const STRONG_IPSEC = {
  IpsecEncAlg: "aes256",
  IpsecAuthAlg: "sha256",
  IpsecPfs: "group14",
  IpsecLifetime: 3600,
};

/** A pair of which nothing but what is given is weak, in its second tunnel. */
export function pairWith(name: string, ike: object, ends?: readonly [string, string]) {
  const body = pair(name, [UP, UP], ends ?? [WORKS.CustomerGatewayId, "cgw-office"]);
  const { TunnelOptions } = body.TunnelOptionsSpecification;
  const tunnels = TunnelOptions.map((tunnel, index) => ({
    ...tunnel,
    EnableDpd: "true",
    TunnelIkeConfig: index === 0 ? STRONG : { ...STRONG, ...ike },
    TunnelIpsecConfig: STRONG_IPSEC,
  }));
  return { ...body, TunnelOptionsSpecification: { TunnelOptions: tunnels } };
}

/** A single tunnel to a device of its own, of which nothing but that, and what is given, is weak. */
export function singleWith(name: string, ike: object, more: object = {}) {
  const own = {
    CustomerGatewayId: `cgw-of-${name}`,
    RemoteSubnet: `10.${40 + name.length}.0.0/16`,
  };
  const config = { IkeConfig: { ...STRONG, ...ike }, IpsecConfig: STRONG_IPSEC };
  return single(name, UP, { EnableDpd: true, ...own, ...config, ...more });
}
