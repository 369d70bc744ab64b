import { ShieldAlert } from "lucide-react";
import { IconLink } from "@/components/ui/icon-link";
import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";

/** To what has been found in a region, or in all with null. */
export function FindingsLink({ regionId }: { regionId: string | null }) {
  const t = useTranslations("findings");
  return (
    <IconLink href={pages.findings({ regionId })} icon={ShieldAlert}>
      {regionId === null ? t("onOverview.all") : t("link")}
    </IconLink>
  );
}
