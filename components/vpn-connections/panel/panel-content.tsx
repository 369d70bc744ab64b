import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import { PanelNote } from "@/components/vpn-connections/panel/panel-note";
import type { ConnectionRow } from "@/lib/vpn/connection-row";
import { problemOf } from "@/lib/vpn/fetch-json";
import { vpnConnectionQuery } from "@/lib/vpn/queries";

export type PanelProps = Pick<ConnectionRow, "regionId" | "vpnConnectionId">;

/** All of a connection: read when its panel opens, or by the server where the address asks for it. */
export function PanelContent({ regionId, vpnConnectionId }: PanelProps) {
  const t = useTranslations("connections.panel");
  const tFailed = useTranslations("states.failed");
  const { data, error } = useQuery(vpnConnectionQuery(regionId, vpnConnectionId));
  if (data !== undefined) return <ConnectionPanel connection={data} />;
  const note = error === null ? t("reading") : problemOf(error)?.title;
  return <PanelNote>{note ?? tFailed("offlineTitle")}</PanelNote>;
}
