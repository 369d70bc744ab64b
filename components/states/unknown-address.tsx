import { Map } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { pages } from "@/lib/vpn/hrefs";

export function UnknownAddress() {
  const t = useTranslations("pages.notFound");
  return (
    <Notice level={1} icon={Map} title={t("title")} detail={t("detail")}>
      <a href={pages.home} className={buttonClass("primary")}>
        {t("action")}
      </a>
    </Notice>
  );
}
