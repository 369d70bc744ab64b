import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = {
  href: string;
  level?: 1 | 2;
  /** Whether the view goes on asking by itself where it can. */
  isLive?: boolean;
};

/** The API takes longer than a page may wait; without JavaScript the link looks again. */
export function ReadingNotice({ href, level, isLive = false }: Props) {
  const t = useTranslations("states.reading");
  return (
    <Notice
      icon={LoaderCircle}
      title={t("title")}
      detail={isLive ? t("live") : t("detail")}
      level={level}
      isBusy
    >
      <a href={href} className={buttonClass("quiet")}>
        {t("action")}
      </a>
    </Notice>
  );
}
