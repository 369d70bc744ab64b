import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/layout/browser-words";
import { connectionCrumb, gatewayCrumb } from "@/components/layout/connection-crumbs";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { LogsToolbar } from "@/components/logs/logs-toolbar";
import { LogsView } from "@/components/logs/logs-view";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import type { Read } from "@/lib/vpn/gateways";
import { pages } from "@/lib/vpn/hrefs";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import type { ConnectionLogs, LogQuestion } from "@/lib/vpn/logs/connection-logs";
import { possibleQuestion } from "@/lib/vpn/logs/possible-question";
import type { Problem } from "@/lib/vpn/problem";
import type { VpnConnection } from "@/lib/vpn/types";

type Props = {
  regionId: string;
  regionName: string;
  vpnConnectionId: string;
  asked: LogQuestion;
  connection: InitialData<Read<VpnConnection>>;
  logs: InitialData<ConnectionLogs>;
  /** Epoch milliseconds. */
  now: number;
};

/** Why a connection is down, in Alibaba's words and in ours. It is read when somebody asks, and not again by itself. */
export function LogsPage({ asked, now, ...props }: Props) {
  const { regionId, regionName, vpnConnectionId } = props;
  const t = useTranslations("logs");
  const connection = answerOf(props.connection);
  const logs = answerOf(props.logs);
  const question = connection === null ? asked : possibleQuestion(asked, connection, now);
  const href = pages.logs(regionId, vpnConnectionId, question);
  // Whoever is sent the link sees the same minutes.
  const lasting = { ...question, until: logs?.to ?? question.until };
  const place = { regionId, vpnConnectionId };
  return (
    <BrowserWords>
      <SubjectHeading
        section="vpnConnections"
        within={[
          ...gatewayCrumb(regionId, connection),
          connectionCrumb(regionId, vpnConnectionId, connection?.name),
        ]}
        kind={t("title")}
        name={connection?.name ?? null}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={pages.logs(regionId, vpnConnectionId, lasting)}
      />
      {connection !== null && logs !== null ? (
        <>
          <LogsToolbar {...place} {...{ question, logs, connection, now }} />
          <LogsView {...place} {...{ question, logs, connection }} />
        </>
      ) : (
        <NotRead problem={problemIn([props.connection, props.logs])} href={href} />
      )}
    </BrowserWords>
  );
}

function problemIn(parts: InitialData<unknown>[]): Problem | null {
  const failed = parts.find((part) => part.kind === "problem");
  return failed?.kind === "problem" ? failed.problem : null;
}

function NotRead({ problem, href }: { problem: Problem | null; href: string }) {
  if (problem === null) return <ReadingNotice href={href} />;
  return (
    <ProblemNotice problem={problem}>
      <RetryLink href={href} />
    </ProblemNotice>
  );
}
