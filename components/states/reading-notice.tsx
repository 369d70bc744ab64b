import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The API takes longer than a page may wait; without JavaScript the link looks again. */
export function ReadingNotice({ href, level }: { href: string; level?: 1 | 2 }) {
  const t = useTranslations("states.reading");
  return (
    <Notice icon={LoaderCircle} title={t("title")} detail={t("detail")} level={level} isBusy>
      <a href={href} className={buttonClass("quiet")}>
        {t("action")}
      </a>
    </Notice>
  );
}
