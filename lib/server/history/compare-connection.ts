import "server-only";
import { DAY_MS } from "@/lib/vpn/history";
import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { Verdict, VpnConnection, VpnTunnel } from "@/lib/vpn/types";
import type { NewEvent, OpenedInterval } from "@/lib/server/history/changes";
import { configChanges } from "@/lib/server/history/config-fields";
import {
  type KnownConnection,
  type KnownPart,
  sinceOf,
  WHOLE,
} from "@/lib/server/history/known-region";
import { partOf } from "@/lib/server/history/tunnel-parts";

/** When a connection is compared: the read's time, and the last gap, which may end with it. */
export type Moment = { at: number; lastGapEndedAt: number | null; isAfterGap: boolean };

type ConnectionChange = {
  after: KnownConnection;
  /** Parts whose interval has ended. */
  closed: string[];
  opened: OpenedInterval[];
  hasNewConfig: boolean;
  events: NewEvent[];
};

/** A tunnel is up, down, or neither, which is unknown. */
function stateOfTunnel(tunnel: VpnTunnel): Verdict {
  const condition = tunnelCondition(tunnel);
  if (condition === "up") return "up";
  return isDown(condition) ? "down" : "unknown";
}

function statesOf(connection: VpnConnection): Map<string, Verdict> {
  const tunnels = connection.tunnels.map((tunnel, index): [string, Verdict] => [
    partOf(tunnel, index),
    stateOfTunnel(tunnel),
  ]);
  return new Map([[WHOLE, connection.verdict], ...tunnels]);
}

/** A connection that has not been seen before. */
export function firstSight(connection: VpnConnection, { at }: Moment): ConnectionChange {
  const states = [...statesOf(connection)];
  const { vpnConnectionId, name } = connection;
  return {
    after: {
      name,
      parts: new Map(states.map(([part, state]) => [part, { state, beganAt: at, isExact: false }])),
      config: connection,
      changedAt: [],
    },
    closed: [],
    opened: states.map(([part, state]) => ({ vpnConnectionId, part, state, isExact: false })),
    hasNewConfig: true,
    events: [],
  };
}

/** What has changed in a connection since it was last seen; null where nothing has. */
export function compareConnection(
  before: KnownConnection,
  connection: VpnConnection,
  moment: Moment,
): ConnectionChange | null {
  if (before.config === connection) return null;
  const { at, isAfterGap } = moment;
  const { vpnConnectionId, name } = connection;
  const states = statesOf(connection);
  const parts = new Map<string, KnownPart>();
  const closed = [...before.parts.keys()].filter((part) => !states.has(part));
  const opened: OpenedInterval[] = [];
  const events: NewEvent[] = [];
  const changes = configChanges(before.config, connection);
  const numbers = numbersOf(connection);
  for (const [part, fields] of changes) {
    const event = { ...eventOf(name, vpnConnectionId, at), kind: "config_changed" as const };
    events.push({ ...event, tunnel: numbers.get(part) ?? null, changes: fields });
  }
  // The connection's own event comes last: it follows from those of its tunnels.
  for (const [part, state] of [...states].toReversed()) {
    const known = before.parts.get(part);
    if (known?.state === state) {
      parts.set(part, known);
      continue;
    }
    // A state that has changed while nothing was known began at some time within the gap.
    const isExact = known !== undefined && !isAfterGap;
    if (known !== undefined) closed.push(part);
    opened.push({ vpnConnectionId, part, state, isExact });
    parts.set(part, { state, beganAt: at, isExact });
    const event = { ...eventOf(name, vpnConnectionId, at), ...stepOf(known, state, moment) };
    if (part === WHOLE) events.push({ ...event, kind: state });
    else if (numbers.has(part) && state !== "unknown" && known !== undefined) {
      const kind = state === "up" ? "tunnel_up" : "tunnel_down";
      events.push({ ...event, kind, tunnel: numbers.get(part) ?? null });
    }
  }
  const hasTurned = before.parts.get(WHOLE)?.state !== connection.verdict;
  const recent = before.changedAt.filter((time) => time > at - DAY_MS);
  return {
    after: { name, parts, config: connection, changedAt: hasTurned ? [...recent, at] : recent },
    closed,
    opened,
    hasNewConfig: changes.size > 0,
    events,
  };
}

/** The numbers of the tunnels of a pair; a single tunnel says nothing that its connection does not. */
function numbersOf({ tunnels, tunnelMode }: VpnConnection): Map<string, number> {
  if (tunnelMode === "single") return new Map();
  return new Map(tunnels.map((tunnel, index) => [partOf(tunnel, index), index + 1]));
}

/** From one state to the next, which is null where there is none. */
export function stepOf(
  known: KnownPart | undefined,
  after: Verdict | null,
  { at, ...moment }: Moment,
) {
  if (known === undefined) return { before: null, after, lasted: null };
  const { since, isExact } = sinceOf(known, moment);
  const isKnown = isExact && !moment.isAfterGap;
  return { before: known.state, after, lasted: isKnown ? at - since : null };
}

export function eventOf(name: string, vpnConnectionId: string | null, at: number) {
  const none = { tunnel: null, before: null, after: null, lasted: null, changes: [], reason: null };
  return { at, vpnConnectionId, vpnGatewayId: null, name, ...none };
}
