import type { Finding } from "@/lib/vpn/findings/finding";
import { onConnection } from "@/lib/vpn/findings/on-connection";
import { NOTHING, portionsOf } from "@/lib/vpn/findings/portions";
import { CONNECTIONS_FAQ } from "@/lib/vpn/findings/references";
import type { Rule } from "@/lib/vpn/findings/rule";
import { wordOf } from "@/lib/vpn/findings/tunnels";
import type { VpnConnection } from "@/lib/vpn/types";

const DAY_MS = 86_400_000;

/** In a region, not on the connection alone: it depends on the time. */
export const unattachedRule: Rule = {
  id: "unattached",
  references: [CONNECTIONS_FAQ],
  inRegion: ({ vpnConnections }, { now }) =>
    portionsOf(vpnConnections, (connection) => findingsOf(connection, now)),
};

function findingsOf(connection: VpnConnection, now: number): readonly Finding[] {
  const { attachType, state, createTime } = connection;
  const isDetached = wordOf(attachType) === "no_associated";
  const isInit = wordOf(state) === "init";
  if (createTime === null || now - createTime <= DAY_MS || !(isDetached || isInit)) return NOTHING;
  const evidence = isDetached
    ? { field: "attachType", value: attachType ?? "" }
    : { field: "state", value: state ?? "" };
  const days = Math.floor((now - createTime) / DAY_MS);
  return [
    onConnection("unattached", connection, {
      severity: "info",
      evidence: [evidence],
      values: { kind: isDetached ? "detached" : "init", days },
    }),
  ];
}
