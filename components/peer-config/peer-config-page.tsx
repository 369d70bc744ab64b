import { useTranslations } from "next-intl";
import { BrowserWords } from "@/components/layout/browser-words";
import { connectionCrumb } from "@/components/layout/connection-crumbs";
import { SubjectHeading } from "@/components/layout/subject-heading";
import { PeerConfigView } from "@/components/peer-config/peer-config-view";
import { VendorLinks } from "@/components/peer-config/vendor-links";
import { ProblemNotice } from "@/components/states/problem-notice";
import { ReadingNotice } from "@/components/states/reading-notice";
import { RetryLink } from "@/components/states/retry-link";
import { StaleBanner } from "@/components/vpn-connections/stale-banner";
import { pages } from "@/lib/vpn/hrefs";
import { answerOf, type InitialData } from "@/lib/vpn/initial-data";
import type { PeerConfigOfPage } from "@/lib/vpn/peer-config/answer";
import type { Vendor } from "@/lib/vpn/peer-config/vendors";

type Props = {
  regionId: string;
  regionName: string;
  vpnConnectionId: string;
  vendor: Vendor;
  first: InitialData<PeerConfigOfPage>;
};

/** What to set on the device at the other end of a connection. */
export function PeerConfigPage({ regionName, first, ...subject }: Props) {
  const { regionId, vpnConnectionId, vendor } = subject;
  const t = useTranslations("peerConfig");
  const answer = answerOf(first);
  const href = pages.peerConfig(regionId, vpnConnectionId, vendor);
  return (
    <BrowserWords of={OF_STALE}>
      <SubjectHeading
        section="vpnConnections"
        within={[connectionCrumb(regionId, vpnConnectionId, answer?.name)]}
        kind={t("title")}
        name={answer?.name ?? null}
        id={vpnConnectionId}
        regionId={regionId}
        regionName={regionName}
        href={href}
      />
      <VendorLinks {...subject} />
      {answer?.stale !== undefined && <StaleBanner {...answer.stale} />}
      {first.kind === "answer" && <PeerConfigView {...subject} answer={first.answer} />}
      {first.kind === "reading" && <ReadingNotice href={href} />}
      {first.kind === "problem" && (
        <ProblemNotice problem={first.problem}>
          <RetryLink href={href} />
        </ProblemNotice>
      )}
    </BrowserWords>
  );
}

const OF_STALE = ["connections"] as const;
