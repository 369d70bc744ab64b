import { CircleAlert, CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { type SpriteName, SpriteIcon } from "@/components/ui/sprite-icon";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { RowTunnel } from "@/lib/vpn/row-tunnel";
import { isDown, type TunnelCondition, tunnelCondition, worstTunnel } from "@/lib/vpn/status";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";
import type { Verdict } from "@/lib/vpn/types";

type Look = {
  icon: LucideIcon;
  sprite: SpriteName;
  ink: string;
  box: string;
  /** Of the verdict as a word in a box. */
  pill: string;
  /** Of the icon of a tunnel. */
  dot: string;
};

function look(icon: LucideIcon, sprite: SpriteName, ink: string, box: string): Look {
  return { icon, sprite, ink, box, pill: `pill ${ink} ${box}`, dot: `tunnel-dot ${ink}` };
}

export const LOOKS: Record<Verdict, Look> = {
  up: look(CircleCheck, "circle-check", "text-up", "border-up/25 bg-up-wash"),
  degraded: look(
    CircleAlert,
    "circle-alert",
    "text-degraded",
    "border-degraded/35 bg-degraded-wash",
  ),
  down: look(CircleX, "circle-x", "text-down", "border-down/30 bg-down-wash"),
  unknown: look(CircleHelp, "circle-help", "text-unknown", "border-unknown/25 bg-unknown-wash"),
};

type BadgeProps = {
  connection: Pick<ConnectionSummary, "verdict" | "tunnels">;
  t: ConnectionWords;
};

/** One word with icon and colour; beneath it what is behind the word, unless all is well. */
export function StatusBadge({ connection, t }: BadgeProps) {
  const { verdict, tunnels } = connection;
  const isPair = tunnels.length > 1;
  return (
    <div className="status">
      <VerdictPill verdict={verdict} t={t} />
      {verdict === "degraded" && <p className="text-sm/5">{degradedText(tunnels, t)}</p>}
      {!isPair && verdict !== "up" && (
        <p className="text-sm/5 wrap-anywhere">{conditionText(worstTunnel(tunnels), t)}</p>
      )}
      {isPair && (
        <ul className="text-sm/5">
          {tunnels.map((tunnel, index) => (
            <li key={tunnel.tunnelIndex ?? index} className="tunnel">
              <TunnelDot condition={tunnelCondition(tunnel)} />
              <p>
                <span className="text-ink-soft">{tunnelLabel(tunnel, index + 1, t)}</span>{" "}
                {conditionText(tunnel, t)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Why one that is not up is not, in one line. */
export function reasonText({ verdict, tunnels }: BadgeProps["connection"], t: ConnectionWords) {
  return verdict === "degraded" ? degradedText(tunnels, t) : conditionText(worstTunnel(tunnels), t);
}

function degradedText(tunnels: RowTunnel[], t: ConnectionWords): string {
  const isOneDown = tunnels.some((tunnel) => isDown(tunnelCondition(tunnel)));
  return t(isOneDown ? "reason.oneDown" : "reason.oneChanging");
}

export function VerdictPill({ verdict, t }: { verdict: Verdict; t: ConnectionWords }) {
  const { sprite, pill } = LOOKS[verdict];
  return (
    <span className={pill}>
      <SpriteIcon name={sprite} className="size-4" />
      {t(`verdict.${verdict}`)}
    </span>
  );
}

/** The tunnel's condition in words; a status that is not documented is shown as it came. */
export function conditionText(tunnel: RowTunnel | undefined, t: ConnectionWords): string {
  if (tunnel === undefined) return "";
  const condition = tunnelCondition(tunnel);
  return condition === "unrecognised"
    ? t("condition.unrecognised", { raw: tunnel.rawStatus ?? "" })
    : t(`condition.${condition}`);
}

export function tunnelLabel(tunnel: RowTunnel, number: number, t: ConnectionWords): string {
  return t("tunnel.labelled", { name: tunnelName(tunnel, number, t) });
}

export function tunnelName(tunnel: RowTunnel, number: number, t: ConnectionWords): string {
  const name = t("tunnel.numbered", { number: tunnel.tunnelIndex ?? number });
  const role = tunnel.role === null ? tunnel.rawRole : t(`tunnel.${tunnel.role}`);
  return role === null ? name : t("tunnel.withRole", { name, role });
}

function TunnelDot({ condition }: { condition: TunnelCondition }) {
  const verdict = condition === "up" ? "up" : isDown(condition) ? "down" : "unknown";
  const { sprite, dot } = LOOKS[verdict];
  return <SpriteIcon name={condition === "changing" ? "refresh-ccw" : sprite} className={dot} />;
}
