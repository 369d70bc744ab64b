import { useTranslations } from "next-intl";
import { LineErrors } from "@/components/logs/line-errors";
import { LineTable } from "@/components/logs/line-table";
import { PartProblem } from "@/components/logs/part-problem";
import { api, pages } from "@/lib/vpn/hrefs";
import type { LogLine, LogQuestion, TunnelLogs } from "@/lib/vpn/logs/connection-logs";

type Props = {
  regionId: string;
  vpnConnectionId: string;
  /** Of this tunnel alone. */
  question: LogQuestion;
  read: TunnelLogs;
  /** Errors first. */
  lines: LogLine[];
};

/** More would make a page that nobody reads; the errors are among them. */
const MAX_SHOWN = 200;

/** The lines of one tunnel, or why there are none. */
export function LinesPart({ regionId, vpnConnectionId, question, read, lines }: Props) {
  const t = useTranslations("logs.lines");
  const tLogs = useTranslations("logs");
  const { problem, isComplete, lineCount } = read;
  const isShort = lines.length <= MAX_SHOWN;
  return (
    <div className="space-y-4">
      <h3 className="font-medium">{t("title")}</h3>
      {problem !== undefined && (
        <PartProblem
          title={t(lineCount === 0 ? "failed" : "partly", { title: problem.title })}
          problem={problem}
        />
      )}
      {problem === undefined && !isComplete && (
        <p className="rounded-md border border-degraded/35 bg-degraded-wash px-4 py-3 text-sm">
          {t("incomplete")}
        </p>
      )}
      {problem === undefined && isComplete && lineCount === 0 && (
        <div className="text-sm">
          <p className="font-medium">{t("empty")}</p>
          <p className="text-ink-soft">{t("emptyDetail")}</p>
        </div>
      )}
      {lineCount > 0 && (
        <>
          <LineErrors lines={lines} />
          {!isShort && (
            <p className="text-sm">
              {t("shown", { shown: MAX_SHOWN, total: lineCount })}{" "}
              <a
                className="link"
                href={pages.logs(regionId, vpnConnectionId, { ...question, minutes: 1 })}
              >
                {tLogs("minutes", { minutes: 1 })}
              </a>{" "}
              <a className="link" href={api.logs(regionId, vpnConnectionId, question)}>
                {tLogs("json")}
              </a>
            </p>
          )}
          <LineTable
            caption={t("all", { count: lineCount })}
            lines={lines
              .slice(0, MAX_SHOWN)
              .toSorted((one, other) => one.position - other.position)}
          />
        </>
      )}
    </div>
  );
}
