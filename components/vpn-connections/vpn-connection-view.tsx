"use client";

import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { ReadAt } from "@/components/list/read-at";
import type { ReactNode } from "react";
import { ConnectionDrawing } from "@/components/drawing/connection-drawing";
import { ReadingNotice } from "@/components/states/reading-notice";
import { buttonClass } from "@/components/ui/button";
import { followInPlace } from "@/components/ui/follow-in-place";
import { useHydrated } from "@/components/ui/use-hydrated";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { StateSince } from "@/components/vpn-connections/state-since";
import { StatusBadge } from "@/components/vpn-connections/status-badge";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { Failed } from "@/components/vpn-connections/views";
import { problemOf } from "@/lib/vpn/fetch-json";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { useConnectionWords } from "@/components/vpn-connections/words";
import type { Problem } from "@/lib/vpn/problem";
import { vpnConnectionQuery } from "@/lib/vpn/queries";

type Props = {
  regionId: string;
  vpnConnectionId: string;
  /** The page's address. */
  href: string;
  names: GatewayNames;
  vpcId: string | null;
  firstProblem: Problem | null;
  /** Links to the logs, made by the server: which one stands there follows the verdict. */
  logsLinks: { down: ReactNode; degraded: ReactNode; otherwise: ReactNode };
  /** What is known whether or not the connection can be read now. */
  children: ReactNode;
};

/** Everything about one connection, open and kept new. */
export function VpnConnectionView(props: Props) {
  const { regionId, vpnConnectionId, names, vpcId, firstProblem, href, children } = props;
  const { logsLinks } = props;
  const t = useTranslations("connections.list");
  const words = useConnectionWords();
  const { isTimeToAsk, askNow } = useTimeToAsk(firstProblem);
  const query = useQuery({
    ...vpnConnectionQuery(regionId, vpnConnectionId),
    enabled: isTimeToAsk,
  });
  const isBusy = useHydrated() && query.isFetching;
  const problem = query.isError ? problemOf(query.error) : firstProblem;
  const connection = query.data;

  function refresh() {
    askNow();
    void query.refetch();
  }

  if (connection === undefined) {
    return (
      <>
        <div className="mb-6">
          {query.isError || firstProblem !== null ? (
            <Failed problem={problem} href={href} isRetrying={isBusy} onRetry={refresh} />
          ) : (
            <ReadingNotice href={href} isLive />
          )}
        </div>
        {children}
      </>
    );
  }
  const { verdict } = connection;
  const isFailing = verdict === "down" || verdict === "degraded";
  const stale = query.isError ? { since: connection.fetchedAt, problem } : connection.stale;
  return (
    <>
      {stale !== undefined && <StaleBanner {...stale} />}
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <StatusBadge connection={connection} t={words} />
          <div>
            <p className="text-xs/5 text-ink-soft">{words("table.since")}</p>
            <StateSince connection={connection} t={words} isFull />
          </div>
        </div>
        <div className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          <p className="basis-full sm:basis-auto">
            <ReadAt at={connection.fetchedAt} />
          </p>
          {!isFailing && logsLinks.otherwise}
          <a
            href={href}
            onClick={followInPlace(refresh)}
            className={clsx(buttonClass("quiet"), "print:hidden")}
          >
            <RefreshCw aria-hidden className={clsx("size-4", isBusy && "animate-spin")} />
            {t("refresh")}
          </a>
        </div>
      </div>
      {isFailing && logsLinks[verdict]}
      <div className="mb-6">
        <ConnectionDrawing connection={connection} names={names} vpcId={vpcId} />
      </div>
      {children}
      <ConnectionPanel connection={connection} hasAnchors />
    </>
  );
}
