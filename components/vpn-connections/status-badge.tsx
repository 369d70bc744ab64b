import { clsx } from "clsx";
import { CircleAlert, CircleCheck, CircleHelp, CircleX, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SpriteName, SpriteIcon } from "@/components/ui/sprite-icon";
import { isDown, type TunnelCondition, tunnelCondition, worstTunnel } from "@/lib/vpn/status";
import type { Verdict, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

export const LOOKS: Record<
  Verdict,
  { icon: LucideIcon; sprite: SpriteName; ink: string; box: string }
> = {
  up: {
    icon: CircleCheck,
    sprite: "circle-check",
    ink: "text-up",
    box: "border-up/25 bg-up-wash",
  },
  degraded: {
    icon: CircleAlert,
    sprite: "circle-alert",
    ink: "text-degraded",
    box: "border-degraded/35 bg-degraded-wash",
  },
  down: {
    icon: CircleX,
    sprite: "circle-x",
    ink: "text-down",
    box: "border-down/30 bg-down-wash",
  },
  unknown: {
    icon: CircleHelp,
    sprite: "circle-help",
    ink: "text-unknown",
    box: "border-unknown/25 bg-unknown-wash",
  },
};

/** One word with icon and colour; beneath it what is behind the word, unless all is well. */
export function StatusBadge({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections");
  const { verdict, tunnels } = connection;
  const isPair = tunnels.length > 1;
  return (
    <div className="flex flex-col items-start gap-1">
      <VerdictPill verdict={verdict} />
      {verdict === "degraded" && (
        <p className="text-sm/5">
          {t(
            tunnels.some((tunnel) => isDown(tunnelCondition(tunnel)))
              ? "reason.oneDown"
              : "reason.oneChanging",
          )}
        </p>
      )}
      {!isPair && verdict !== "up" && <ConditionText tunnel={worstTunnel(tunnels)} />}
      {isPair && (
        <ul className="text-sm/5">
          {tunnels.map((tunnel, index) => (
            <li key={tunnel.tunnelId ?? index} className="flex items-start gap-1.5">
              <TunnelDot condition={tunnelCondition(tunnel)} />
              <p>
                <span className="text-ink-soft">
                  <TunnelLabel tunnel={tunnel} number={index + 1} />
                </span>{" "}
                <ConditionText tunnel={tunnel} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function VerdictPill({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("connections.verdict");
  const { sprite, ink, box } = LOOKS[verdict];
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 rounded-full border py-0.5 pr-2.5 pl-1.5 text-sm/5 font-semibold whitespace-nowrap",
        ink,
        box,
      )}
    >
      <SpriteIcon name={sprite} className="size-4" />
      {t(verdict)}
    </span>
  );
}

/** The tunnel's condition in words; a status that is not documented is shown as it came. */
export function ConditionText({ tunnel }: { tunnel: VpnTunnel | undefined }) {
  const t = useTranslations("connections.condition");
  if (tunnel === undefined) return null;
  const condition = tunnelCondition(tunnel);
  return (
    <span className="text-sm/5 wrap-anywhere">{t(condition, { raw: tunnel.rawStatus ?? "" })}</span>
  );
}

type TunnelProps = { tunnel: VpnTunnel; number: number };

export function TunnelName(props: TunnelProps) {
  return useTunnelName(props);
}

export function TunnelLabel(props: TunnelProps) {
  const t = useTranslations("connections.tunnel");
  return t("labelled", { name: useTunnelName(props) });
}

function useTunnelName({ tunnel, number }: TunnelProps): string {
  const t = useTranslations("connections.tunnel");
  const name = t("numbered", { number: tunnel.tunnelIndex ?? number });
  const role = tunnel.role === null ? tunnel.rawRole : t(tunnel.role);
  return role === null ? name : t("withRole", { name, role });
}

function TunnelDot({ condition }: { condition: TunnelCondition }) {
  const verdict = condition === "up" ? "up" : isDown(condition) ? "down" : "unknown";
  const { sprite, ink } = LOOKS[verdict];
  const name = condition === "changing" ? "refresh-ccw" : sprite;
  return <SpriteIcon name={name} className={clsx("size-3.5 shrink-0 translate-y-0.5", ink)} />;
}
