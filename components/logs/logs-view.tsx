import { useTranslations } from "next-intl";
import { DiagnosisPart } from "@/components/logs/diagnosis-part";
import { PartProblem } from "@/components/logs/part-problem";
import { LinesPart } from "@/components/logs/lines-part";
import { SpriteIcon } from "@/components/ui/sprite-icon";
import { conditionText, LOOKS, tunnelName } from "@/components/vpn-connections/status-badge";
import { type ConnectionWords, useConnectionWords } from "@/components/vpn-connections/words";
import type { ConnectionLogs, LogQuestion } from "@/lib/vpn/logs/connection-logs";
import { isDown, tunnelCondition } from "@/lib/vpn/status";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Props = {
  regionId: string;
  vpnConnectionId: string;
  question: LogQuestion;
  logs: ConnectionLogs;
  connection: VpnConnection;
};

const SECTION = "mb-6 space-y-6 rounded-lg border border-line bg-surface p-4 shadow-raised md:p-6";

/** By tunnel: what Alibaba has diagnosed first, then the lines. */
export function LogsView({ logs, connection, question, ...place }: Props) {
  const t = useTranslations("logs");
  const words = useConnectionWords();
  const { diagnosis, diagnosisProblem: problem } = logs;
  const foundOf = (number: number | null) =>
    diagnosis?.filter(({ tunnel }) => tunnel === number) ?? [];
  return (
    <>
      {problem !== undefined && (
        <div className="mb-6">
          <PartProblem title={t("diagnosis.failed", { title: problem.title })} problem={problem} />
        </div>
      )}
      {diagnosis === null && problem === undefined && (
        <p className="mb-6 text-sm text-ink-soft">{t("diagnosis.notThen")}</p>
      )}
      {foundOf(null).length > 0 && (
        <section aria-labelledby="tunnel-none" className={SECTION}>
          <h2 id="tunnel-none" className="font-semibold">
            {t("noTunnel")}
          </h2>
          <DiagnosisPart found={foundOf(null)} />
        </section>
      )}
      {logs.tunnels.map((read) => {
        const { tunnel: number, tunnelId } = read;
        const tunnel = connection.tunnels[number - 1];
        const id = `tunnel-${number}`;
        return (
          <section key={id} aria-labelledby={id} className={SECTION}>
            {tunnel !== undefined && (
              <TunnelHeading id={id} tunnel={tunnel} number={number} words={words} />
            )}
            {diagnosis !== null && <DiagnosisPart found={foundOf(number)} />}
            <LinesPart
              {...place}
              question={{ ...question, tunnelId }}
              read={read}
              lines={logs.logs.filter((line) => line.tunnel === number)}
            />
          </section>
        );
      })}
    </>
  );
}

type HeadingProps = { id: string; tunnel: VpnTunnel; number: number; words: ConnectionWords };

function TunnelHeading({ id, tunnel, number, words }: HeadingProps) {
  const condition = tunnelCondition(tunnel);
  const verdict = condition === "up" ? "up" : isDown(condition) ? "down" : "unknown";
  return (
    <div>
      <h2 id={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {tunnelName(tunnel, number, words)}
        <span className={LOOKS[verdict].pill}>
          <SpriteIcon name={LOOKS[verdict].sprite} className="size-4" />
          <span className="wrap-anywhere whitespace-normal">{conditionText(tunnel, words)}</span>
        </span>
      </h2>
      {tunnel.tunnelId !== null && <p className="data text-ink-soft">{tunnel.tunnelId}</p>}
    </div>
  );
}
