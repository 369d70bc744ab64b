import { familiesOf } from "@/lib/vpn/peer-config/fortigate/addresses";
import {
  config,
  edit,
  interfaceName,
  NEXT_NUMBER,
  quoted,
} from "@/lib/vpn/peer-config/fortigate/syntax";
import type { PeerModel } from "@/lib/vpn/peer-config/peer-model";
import { objectName } from "@/lib/vpn/peer-config/safe-text";
import type { Lines } from "@/lib/vpn/peer-config/text-blocks";
import { INSIDE_INTERFACE, TUNNEL_MSS } from "@/lib/vpn/peer-config/vendor-parts";

/** The name of a policy has at most 35 characters. */
const MAX_BASE_NAME = 30;

/** FortiOS drops what no policy permits, in either direction. */
export function policyLines(model: PeerModel): Lines {
  const base = objectName(model.objectName, MAX_BASE_NAME);
  const tunnels = model.tunnels.map((tunnel) => quoted(interfaceName(model, tunnel))).join(" ");
  const inside = quoted(INSIDE_INTERFACE);
  const local = sideLines(model, "localGroup");
  const remote = sideLines(model, "remoteGroup");
  return config(
    "firewall policy",
    directionLines(`${base}-out`, [inside, tunnels], [local, remote]),
    directionLines(`${base}-in`, [tunnels, inside], [remote, local]),
  );
}

type Side = { version: string; name: string }[];

function directionLines(
  name: string,
  [from, to]: [string, string],
  [source, destination]: [Side, Side],
): string[] {
  return edit(
    NEXT_NUMBER,
    `set name ${quoted(name)}`,
    `set srcintf ${from}`,
    `set dstintf ${to}`,
    "set action accept",
    source.map((one) => `set srcaddr${one.version} ${quoted(one.name)}`),
    destination.map((one) => `set dstaddr${one.version} ${quoted(one.name)}`),
    'set schedule "always"',
    'set service "ALL"',
    `set tcp-mss-sender ${TUNNEL_MSS}`,
    `set tcp-mss-receiver ${TUNNEL_MSS}`,
  );
}

function sideLines(model: PeerModel, group: "localGroup" | "remoteGroup"): Side {
  return model.isDestinationRouting
    ? [{ version: "", name: "all" }]
    : familiesOf(model).map((family) => {
        return { version: family.isIpv6 ? "6" : "", name: family[group] };
      });
}
