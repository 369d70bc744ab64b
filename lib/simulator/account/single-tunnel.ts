import { ikeConfig, ipsecConfig, localAsn, subnets, tags } from "./connection-parts";
import type { CustomerGateways } from "./customer-gateways";
import type { Plan } from "./plan";
import { drawDownStatus, drawNeverStatus, established } from "./sa-status";
import type { Site } from "./site";
import type { VcoHealthCheck, VpnBgpConfig, VpnConnection } from "./wire";
import type { PlacedVpnGateway } from "./vpn-gateways";

/** Off, it still carries a Status, which then means nothing. */
const healthCheckOff: VcoHealthCheck = {
  Enable: "false",
  Status: "success",
  Dip: "",
  Sip: "",
  Interval: 0,
  Retry: 0,
};

const certificate = [
  "-----BEGIN CERTIFICATE-----",
  "MIIBszCCAVegAwIBAgIIaeL+wBcKxnswDAYIKoEcz1UBg3UFADAuMQswCQYDVQQG",
  "EwJDTjEOMAwGA1UECgwFTlJDQUMxDzANBgNVBAMMBlJPT1RDQTAeFw0yMTAxMDEw",
  "-----END CERTIFICATE-----",
].join("\n");

/** The first address of the first network; of any network, some address at the other end. */
function firstHost(networks: string): string {
  const [first = ""] = networks.split("/", 1);
  return first === "0.0.0.0" ? "192.168.0.1" : first.replace(/0$/, "1");
}

function status({ random }: Site, plan: Plan): { Status?: string } {
  if (plan.outcome === "never") return drawNeverStatus(random);
  return {
    Status: plan.outcome === "down" ? (plan.status ?? drawDownStatus(random)) : established,
  };
}

function bgpConfig(site: Site, plan: Plan, peerAsn: number): VpnBgpConfig {
  const broken = plan.outcome !== "up" || plan.bgp === "false";
  return {
    ...site.addresses.bgpLink(),
    ...(plan.outcome === "never" ? {} : { Status: broken ? "false" : "success" }),
    LocalAsn: localAsn(site),
    PeerAsn: peerAsn,
    AuthKey: site.authKey(),
    EnableBgp: "true",
  };
}

export function singleTunnelConnection(
  site: Site,
  plan: Plan,
  { wire: gateway, vpc }: PlacedVpnGateway,
  customerGateways: CustomerGateways,
): VpnConnection {
  const { random } = site;
  const customerGateway = customerGateways.forConnection(plan.createTime, plan.bgp !== "none");
  const networks = subnets(site, plan, vpc);
  const peers = { localId: gateway.InternetIp, remoteId: customerGateway.IpAddress };
  return {
    VpnConnectionId: site.id("vco"),
    Name: plan.name ?? site.names.connection(),
    VpnGatewayId: gateway.VpnGatewayId,
    CustomerGatewayId: customerGateway.CustomerGatewayId,
    ...networks,
    CreateTime: plan.createTime,
    EffectImmediately: random.chance(0.1),
    ...status(site, plan),
    State: random.chance(0.99) ? "active" : "updating",
    AttachType: "VPNGW",
    AttachInstanceId: "",
    NetworkType: gateway.NetworkType,
    EnableDpd: random.chance(0.9),
    EnableNatTraversal: random.chance(0.8),
    CrossAccountAuthorized: false,
    ResourceGroupId: random.pick(site.resourceGroupIds),
    IkeConfig: ikeConfig(site, plan, peers, 86_400),
    IpsecConfig: ipsecConfig(plan, 86_400),
    VcoHealthCheck:
      plan.healthCheck === "off"
        ? healthCheckOff
        : {
            Enable: "true",
            Status: plan.healthCheck,
            Dip: firstHost(networks.RemoteSubnet),
            Sip: vpc.host,
            Interval: 3,
            Retry: 3,
          },
    ...(plan.bgp === "none"
      ? {}
      : { VpnBgpConfig: bgpConfig(site, plan, customerGateway.Asn ?? 65_000) }),
    ...(plan.kind === "shang-mi" ? { RemoteCaCertificate: certificate } : {}),
    ...tags(site),
  };
}
