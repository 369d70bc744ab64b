import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pages } from "@/lib/vpn/hrefs";

type Props = {
  of: "vpnConnection" | "vpnGateway" | "customerGateway";
  id: string;
  regionName: string;
};

/** The id may be in another region, or gone. */
export function NotHere({ of: kind, id, regionName }: Props) {
  const t = useTranslations("notHere");
  return (
    <Notice
      level={1}
      icon={SearchX}
      title={t(`${kind}.title`, { region: regionName })}
      detail={t("detail", { id })}
    >
      {/* By the browser: what it finds is another page, which the router would have to be told twice. */}
      <a href={pages.go(id)} target="_self" className={buttonClass("primary")}>
        {t("action")}
      </a>
    </Notice>
  );
}
