import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = {
  href: string;
  level?: 1 | 2;
  /** Whether the view goes on asking by itself where it can. */
  isLive?: boolean;
  /** Whether it is not the API that is slow, but we that may not ask yet. */
  isWaitingForQuota?: boolean;
};

/** The API takes longer than a page may wait; without JavaScript the link looks again. */
export function ReadingNotice(props: Props) {
  const { href, level, isLive = false, isWaitingForQuota = false } = props;
  const t = useTranslations("states.reading");
  return (
    <Notice
      icon={LoaderCircle}
      title={isWaitingForQuota ? t("quotaTitle") : t("title")}
      detail={isWaitingForQuota ? t("quota") : isLive ? t("live") : t("detail")}
      level={level}
      isBusy
    >
      <a href={href} className={buttonClass("quiet")}>
        {t("action")}
      </a>
    </Notice>
  );
}
