import { tunnelsOf } from "../account/health";
import type { Random } from "../account/random";
import type { VpnConnection } from "../account/wire";
import { idOf, isSteady, type Candidates, type Test } from "./candidates";
import {
  formerKey,
  formerName,
  formerProposal,
  shortIkeLifetime,
  withoutLastSubnet,
} from "./config-changes";
import type { Days } from "./days";
import { until, type Change, type Difference, type Incident } from "./incident";
import { outage } from "./outages";
import { minute } from "./times";

/** From a change to the outage that follows it. */
const lead = 2 * minute;

const hasTwoTunnels: Test = (connection) => tunnelsOf(connection).length === 2;
const hasSubnets: Test = ({ RemoteSubnet }) => RemoteSubnet.includes(",");
const hasName: Test = ({ Name }) => Name !== "";
const hasKey: Test = ({ RemoteCaCertificate }) => RemoteCaCertificate === undefined;
const isSteadyWithKey: Test = (connection) => isSteady(connection) && hasKey(connection);

type Draw = (connection: VpnConnection, at: number, random: Random) => Difference[];

/** Tried out, and taken back when tunnel 1 stayed down. */
const triedOut: Draw = (connection, at, random) => {
  const vpnConnectionId = idOf(connection);
  const minutes = random.integer(20, 60);
  return [
    { vpnConnectionId, from: at, to: at + minutes * minute, change: shortIkeLifetime },
    outage(connection, { from: at + lead, minutes, tunnelIndex: 0 }, random),
  ];
};

/** What it was before, and an outage two minutes after it became what it is. */
function beforeOutage(former: Change, tunnelIndex?: number): Draw {
  return (connection, at, random) => {
    const drawn = { from: at + lead, minutes: random.integer(5, 30), tunnelIndex };
    return [until(idOf(connection), at, former), outage(connection, drawn, random)];
  };
}

function withoutOutage(former: Change): Draw {
  return (connection, at) => [until(idOf(connection), at, former)];
}

export function drawConfiguration(candidates: Candidates, days: Days, random: Random): Incident[] {
  const take = (test: Test) => candidates.take(test) ?? [];
  const changed = (draw: Draw, taken: VpnConnection | readonly VpnConnection[]) => {
    const at = days.next();
    return [taken].flat().flatMap((connection) => draw(connection, at, random));
  };
  const followed = [
    changed(triedOut, take(hasTwoTunnels)),
    changed(beforeOutage(formerProposal), candidates.takeCustomerGateway(isSteadyWithKey)),
    changed(beforeOutage(withoutLastSubnet), take(hasSubnets)),
    changed(beforeOutage(formerName, 0), take(hasName)),
    changed(beforeOutage(formerKey), take(hasKey)),
  ];
  const alone = [
    changed(withoutOutage(formerName), take(hasName)),
    changed(withoutOutage(withoutLastSubnet), take(hasSubnets)),
  ];
  return [
    ...followed.map((differences) => ({ kind: "changed-before-outage" as const, differences })),
    ...alone.map((differences) => ({ kind: "changed" as const, differences })),
  ];
}
