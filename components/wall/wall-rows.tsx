import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { LOOKS, reasonText } from "@/components/vpn-connections/status-badge";
import { type ConnectionWords, useConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionSummary } from "@/lib/vpn/connection-summary";

type Times = { timeOf: (value: number) => string; durationOf: (value: number) => string };

type Props = Times & {
  /** As many as a high screen holds. */
  connections: ConnectionSummary[];
  /** How many of them a wide one holds. */
  wide: number;
  regionNames: Map<string, string>;
};

/** What is down or degraded, the worst and newest first: each as much as can be read from afar. */
export function WallRows({ connections, wide, regionNames, ...times }: Props) {
  const t = useTranslations("wall");
  const words = useConnectionWords();
  return (
    <ol aria-label={t("rows")}>
      {connections.map((connection, index) => (
        <WallRow
          key={`${connection.regionId} ${connection.vpnConnectionId}`}
          connection={connection}
          regionName={regionNames.get(connection.regionId) ?? connection.regionId}
          isForHigh={index >= wide}
          t={words}
          {...times}
        />
      ))}
    </ol>
  );
}

type RowProps = Times & {
  connection: ConnectionSummary;
  regionName: string;
  isForHigh: boolean;
  t: ConnectionWords;
};

function WallRow({ connection, regionName, isForHigh, t, timeOf, durationOf }: RowProps) {
  const { verdict, name, vpnConnectionId, vpnGatewayName, flapping } = connection;
  const { verdictSince, verdictSinceExact } = connection;
  const { icon: Icon, ink } = LOOKS[verdict];
  const reason = reasonText(connection, t);
  const facts = [reason, flapping ? t("since.flapping") : "", regionName, vpnGatewayName ?? ""];
  return (
    <li
      className={clsx(
        "grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-x-3 border-t border-line-strong",
        isForHigh ? "hidden portrait:grid" : "grid",
      )}
    >
      <Icon aria-hidden className={`size-9 ${ink}`} />
      <div>
        <p className="flex gap-x-3 text-2xl/[1.9rem] font-semibold">
          <span className="min-w-0 grow truncate">
            <span className="sr-only">{t(`verdict.${verdict}`)}: </span>
            <bdi>{name || vpnConnectionId}</bdi>
          </span>
          {verdictSince !== null && (
            <span className="shrink-0 tabular-nums">
              {!verdictSinceExact && "≥ "}
              {durationOf(verdictSince)}
            </span>
          )}
        </p>
        <p className="flex gap-x-3 text-lg/[1.4rem]">
          <span className={`min-w-0 grow truncate ${ink}`}>
            {facts.filter((fact) => fact !== "").join(" · ")}
          </span>
          <Since connection={connection} timeOf={timeOf} />
        </p>
      </div>
    </li>
  );
}

function Since({ connection, timeOf }: Pick<RowProps, "connection" | "timeOf">) {
  const t = useTranslations("wall");
  const { verdictSince, verdictSinceExact } = connection;
  if (verdictSince === null) return <span className="shrink-0">{t("sinceUnknown")}</span>;
  const time = timeOf(verdictSince);
  return (
    <span className="shrink-0 text-ink-soft tabular-nums">
      {verdictSinceExact ? t("since", { time }) : t("sinceAtLeast", { time })}
    </span>
  );
}
