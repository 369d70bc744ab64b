import { getTranslations } from "next-intl/server";
import { LogsPage } from "@/components/logs/logs-page";
import { NotHere } from "@/components/states/not-here";
import { firstLogs } from "@/lib/server/http/logs-data";
import { firstRegionName, firstVpnConnection } from "@/lib/server/http/page-data";
import { answerOf, isMissing } from "@/lib/vpn/initial-data";
import { RESOURCE_ID } from "@/lib/vpn/list-parameters";
import { pathText } from "@/lib/vpn/path-text";
import { readLogsPage } from "@/lib/vpn/search-params-logs";
import { subjectTitle } from "@/lib/vpn/title";

type Props = PageProps<"/regions/[regionId]/vpn-connections/[vpnConnectionId]/logs">;

export async function generateMetadata({ params }: Props) {
  const { regionId, vpnConnectionId } = await params;
  const t = await getTranslations("logs");
  const id = pathText(vpnConnectionId);
  const connection = answerOf(await firstVpnConnection(regionId, id));
  const name = subjectTitle(connection?.name, id, await firstRegionName(regionId));
  return { title: t("pageTitle", { name }) };
}

export default async function ConnectionLogsPage({ params, searchParams }: Props) {
  const { regionId, ...path } = await params;
  const id = pathText(path.vpnConnectionId);
  const asked = readLogsPage(await searchParams);
  const [regionName, connection, logs] = await Promise.all([
    firstRegionName(regionId),
    firstVpnConnection(regionId, id),
    firstLogs(regionId, id, asked),
  ]);
  if (!RESOURCE_ID.test(id) || isMissing(connection)) {
    return <NotHere of="vpnConnection" id={id} regionName={regionName} />;
  }
  const place = { regionId, regionName, vpnConnectionId: id };
  return <LogsPage {...place} {...{ asked, connection, logs }} now={Date.now()} />;
}
