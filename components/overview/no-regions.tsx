import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** The overview of somebody who sees no region, or of an account that has none to show. */
export function NoRegions({ isLimited }: { isLimited: boolean }) {
  const t = useTranslations("pages.noRegions");
  return (
    <Notice
      level={1}
      icon={SearchX}
      title={t("title")}
      detail={t(isLimited ? "limited" : "detail")}
    />
  );
}
