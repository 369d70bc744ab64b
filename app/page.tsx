import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BrowserWords, OF_OVERVIEW } from "@/components/layout/browser-words";
import { FirstAnswers } from "@/components/layout/first-answers";
import { OverviewView } from "@/components/overview/overview-view";
import { Notice } from "@/components/ui/notice";
import { pageReader } from "@/lib/server/access/page-reader";
import { listFleetConnections } from "@/lib/server/data/fleet-connections";
import { readOverview } from "@/lib/server/data/overview";
import { FLEET_PATIENCE_MS, firstAnswer } from "@/lib/server/first-answer";
import { answerOf, problemOfFirst } from "@/lib/vpn/first-answer";
import { TROUBLE } from "@/lib/vpn/list-scope";
import { overviewQuery, vpnConnectionsQuery } from "@/lib/vpn/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("pages");
  return { title: t("overview") };
}

export default async function OverviewPage() {
  const reader = await pageReader();
  const [t, overview, trouble] = await Promise.all([
    getTranslations("pages"),
    firstAnswer(readOverview(reader, FLEET_PATIENCE_MS)),
    firstAnswer(listFleetConnections(TROUBLE, reader, FLEET_PATIENCE_MS)),
  ]);
  if (answerOf(overview)?.regions.length === 0) {
    return (
      <Notice
        level={1}
        icon={SearchX}
        title={t("noRegions.title")}
        detail={t(reader.places.length > 0 ? "noRegions.limited" : "noRegions.detail")}
      />
    );
  }
  const first = [
    { queryKey: overviewQuery().queryKey, first: overview },
    { queryKey: vpnConnectionsQuery(null, TROUBLE).queryKey, first: trouble },
  ];
  return (
    <BrowserWords of={OF_OVERVIEW}>
      <h1 className="mb-1 text-2xl font-semibold tracking-tight">{t("overview")}</h1>
      <FirstAnswers of={first}>
        <OverviewView firstProblem={problemOfFirst(overview)} />
      </FirstAnswers>
    </BrowserWords>
  );
}
