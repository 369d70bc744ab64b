"use client";

import { ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWallRecovery } from "@/components/wall/use-wall-recovery";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The last net. Every failure that is foreseen is an ordinary view of its page. */
export default function CrashedPage({ error, retry }: Props) {
  const t = useTranslations("crashed");
  useWallRecovery();
  return (
    <Notice icon={ServerCrash} tone="bad" level={1} title={t("title")} detail={t("detail")}>
      {error.digest !== undefined && (
        <p className="basis-full text-sm text-ink-soft">
          {t("reference")}: <span className="data">{error.digest}</span>
        </p>
      )}
      <Button variant="primary" onClick={retry}>
        {t("action")}
      </Button>
    </Notice>
  );
}
