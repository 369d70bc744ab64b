import { Columns2 } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

type Props = { regionId: string; vpnConnectionId: string; hasTwoTunnels: boolean };

/** To the connection beside another one, or to its tunnels side by side; and to what is unusual about it. */
export function CompareLink({ regionId, vpnConnectionId, hasTwoTunnels }: Props) {
  const t = useTranslations("compare.link");
  return (
    <IconLink href={pages.compare(regionId, vpnConnectionId)} icon={Columns2}>
      {hasTwoTunnels ? t("tunnels") : t("connection")}
    </IconLink>
  );
}
