"use client";

import { useQuery } from "@tanstack/react-query";
import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { ScopeDrawing } from "@/components/drawing/scope-drawing";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { LOOKS } from "@/components/vpn-connections/status-badge";
import { useTimeToAsk } from "@/components/vpn-connections/use-time-to-ask";
import { problemOf } from "@/lib/vpn/fetch-json";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { type ListLinkParameters, listParametersOf } from "@/lib/vpn/list-parameters";
import { type GatewayScope, overviewOf, questionOf } from "@/lib/vpn/list-scope";
import type { Problem } from "@/lib/vpn/problem";
import { connectionRowsQuery, vpnConnectionsQuery } from "@/lib/vpn/queries";
import { worstOf } from "@/lib/vpn/status";
import type { Counts } from "@/lib/vpn/types";

type Props = {
  scope: GatewayScope;
  names: GatewayNames;
  vpcId: string | null;
  /** What the list beneath asks for. */
  parameters: ListLinkParameters;
  columns: ConnectionColumn[];
  firstProblem: Problem | null;
};

/** The verdict over all connections of a gateway, and their drawing; the list below tells why if there is none. */
export function ScopeOverview({ scope, parameters, columns, firstProblem, ...drawing }: Props) {
  const { isTimeToAsk } = useTimeToAsk(firstProblem);
  // Rows that have come tell that the API answers again.
  const { data: rows } = useQuery({
    ...connectionRowsQuery(
      scope.regionId,
      questionOf(scope, listParametersOf(parameters)),
      columns,
    ),
    enabled: false,
  });
  const { data, error } = useQuery({
    ...vpnConnectionsQuery(scope.regionId, overviewOf(scope)),
    enabled: isTimeToAsk || rows !== undefined,
  });
  if (data === undefined || data.counts === null) return null;
  const stale = error === null ? data.stale : { since: data.fetchedAt, problem: problemOf(error) };
  return (
    <div className="mb-8 space-y-4">
      {stale !== undefined && <StaleBanner {...stale} />}
      <Headline counts={data.counts} />
      <ScopeDrawing
        scope={scope}
        connections={data.vpnConnections}
        counts={data.counts}
        unreadable={data.unreadable.length}
        parameters={parameters}
        {...drawing}
      />
    </div>
  );
}

/** What is said besides the worst. */
const SECONDARY = ["degraded", "unknown"] as const;

function Headline({ counts }: { counts: Counts }) {
  const t = useTranslations("overview");
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const verdict = worstOf(counts);
  const others = SECONDARY.filter((other) => other !== verdict && counts[other] > 0);
  const { icon: Icon, ink, box } = LOOKS[verdict];
  return (
    <p
      className={clsx(
        "flex w-fit items-center gap-2 rounded-lg border px-4 py-2.5 text-lg font-semibold",
        ink,
        box,
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span>
        {t(verdict, { count: counts[verdict], total })}
        {others.map((other) => (
          <span key={other} className="font-normal">
            {t(`also.${other}`, { count: counts[other] })}
          </span>
        ))}
      </span>
    </p>
  );
}
