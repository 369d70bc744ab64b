import { conditionText, tunnelLabel } from "@/components/vpn-connections/status-badge";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { RowTunnel } from "@/lib/vpn/row-tunnel";
import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { Verdict } from "@/lib/vpn/types";

const SIGNS: Record<Verdict | "changing", string> = {
  up: "sign sign-up",
  degraded: "sign sign-degraded",
  down: "sign sign-down",
  unknown: "sign sign-unknown",
  changing: "sign sign-changing",
};

/** A verdict as one word with its sign. */
export function VerdictSign({ verdict, t }: { verdict: Verdict; t: ConnectionWords }) {
  return <span className={SIGNS[verdict]}>{t(`verdict.${verdict}`)}</span>;
}

/** A sign for each tunnel, which says its words to a screen reader and under the pointer. */
export function TunnelSigns({ tunnels, t }: { tunnels: RowTunnel[]; t: ConnectionWords }) {
  return tunnels.map((tunnel, index) => (
    <i
      key={tunnel.tunnelIndex ?? `tunnel-${index + 1}`}
      role="img"
      title={tunnelWords(tunnel, index, tunnels.length, t)}
      className={SIGNS[signOf(tunnel)]}
    />
  ));
}

/** The tunnel and its condition in words; of a single one, its condition. */
export function tunnelWords(
  tunnel: RowTunnel,
  index: number,
  count: number,
  t: ConnectionWords,
): string {
  const condition = conditionText(tunnel, t);
  return count === 1 ? condition : `${tunnelLabel(tunnel, index + 1, t)} ${condition}`;
}

function signOf(tunnel: RowTunnel) {
  const condition = tunnelCondition(tunnel);
  if (condition === "up" || condition === "changing") return condition;
  return isDown(condition) ? "down" : "unknown";
}
