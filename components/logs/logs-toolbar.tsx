import { Braces, ChevronLeft, ChevronRight, ChevronsRight, RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkChoice } from "@/components/ui/link-choice";
import { buttonClass } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { api, pages } from "@/lib/vpn/hrefs";
import type { ConnectionLogs, LogQuestion } from "@/lib/vpn/logs/connection-logs";
import { earlierThan, laterThan } from "@/lib/vpn/logs/possible-question";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  regionId: string;
  vpnConnectionId: string;
  question: LogQuestion;
  logs: ConnectionLogs;
  connection: VpnConnection;
  now: number;
};

const PERIODS = [1, 5, 10];

/** Which minutes are shown, of which tunnel, and links to others. */
export function LogsToolbar(props: Props) {
  const { regionId, vpnConnectionId, question, logs, connection, now } = props;
  const t = useTranslations("logs");
  const { minutes, until, tunnelId } = question;
  const to = (other: LogQuestion) => pages.logs(regionId, vpnConnectionId, other);
  const earlier = earlierThan(question, logs, now);
  const later = laterThan(question, logs, now);
  const periods = [...new Set([...PERIODS, minutes])].toSorted((one, other) => one - other);
  const tunnels = connection.tunnelMode === "dual" ? connection.tunnels : [];
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div>
        <p className="font-medium">
          {t.rich("window", {
            minutes,
            from: () => <Time value={logs.from} />,
            to: () => <Time value={logs.to} />,
          })}
        </p>
        <p className="text-sm text-ink-soft">
          {t.rich("readAt", { time: () => <Time value={logs.fetchedAt} /> })}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {tunnels.length > 1 && (
          <LinkChoice
            label={t("tunnels")}
            choices={[
              {
                href: to({ ...question, tunnelId: null }),
                text: t("allTunnels"),
                isChosen: tunnelId === null,
              },
              ...tunnels
                .map((tunnel, index) => ({ id: tunnel.tunnelId, number: index + 1 }))
                .filter(({ id }) => id !== null)
                .map(({ id, number }) => ({
                  href: to({ ...question, tunnelId: id }),
                  text: t("tunnel", { number }),
                  isChosen: tunnelId === id,
                })),
            ]}
          />
        )}
        <LinkChoice
          label={t("period")}
          choices={periods.map((one) => ({
            href: to({ ...question, minutes: one }),
            text: t("minutes", { minutes: one }),
            isChosen: one === minutes,
          }))}
        />
        <div className="flex flex-wrap gap-2 print:hidden">
          {earlier !== null && (
            <Step href={to(earlier)}>
              <ChevronLeft aria-hidden className="size-4" />
              {t("earlier", { minutes })}
            </Step>
          )}
          {later !== null && (
            <Step href={to(later)}>
              {t("later", { minutes })}
              <ChevronRight aria-hidden className="size-4" />
            </Step>
          )}
          {until === null ? (
            <Step href={to(question)}>
              <RefreshCw aria-hidden className="size-4" />
              {t("refresh")}
            </Step>
          ) : (
            <Step href={to({ ...question, until: null })}>
              {t("latest")}
              <ChevronsRight aria-hidden className="size-4" />
            </Step>
          )}
          <Step href={api.logs(regionId, vpnConnectionId, question)}>
            <Braces aria-hidden className="size-4" />
            {t("json")}
          </Step>
        </div>
      </div>
    </div>
  );
}

/** A page of its own each time, which the router need not know. */
function Step({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={buttonClass("quiet")}>
      {children}
    </a>
  );
}
