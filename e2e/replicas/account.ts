import { type Simulator, startSimulator } from "@/lib/simulator/simulator";

/** Where connections go down one after the other. */
const REGION = "cn-hangzhou";
/** A region that takes more calls than its share of a minute, where everybody looks all the time. */
const LARGE = { regionId: "cn-shanghai", connections: 5_000 };

const body = (name: string, status: string) => ({
  VpnConnectionId: `vco-${name}`,
  Name: name,
  VpnGatewayId: "vpn-core",
  LocalSubnet: "10.1.0.0/16",
  RemoteSubnet: "192.168.1.0/24",
  Status: status,
});

/** An account of which it is known what happens in it. */
export async function startAccount() {
  const simulator: Simulator = await startSimulator({
    regions: 10,
    connections: 600,
    drift: false,
  });
  const names = Array.from({ length: 120 }, (_, index) => `known${index}`);
  let down = 0;
  const set = () => {
    const bodies = names.map((name, index) =>
      body(name, index < down ? "ike_sa_not_established" : "ipsec_sa_established"),
    );
    simulator.setConnections(REGION, bodies);
  };
  set();
  return {
    simulator,
    regionId: REGION,
    /** One more goes down, for good. */
    fail: () => {
      down += 1;
      set();
    },
    ids: names.map((name) => `vco-${name}`),
    downIds: () => names.slice(0, down).map((name) => `vco-${name}`),
    grow: () => {
      const many = Array.from({ length: LARGE.connections }, (_, index) => `large${index}`);
      const bodies = many.map((name) => body(name, "ipsec_sa_established"));
      simulator.setConnections(LARGE.regionId, bodies);
    },
  };
}
