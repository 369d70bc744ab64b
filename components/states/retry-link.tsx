"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { followInPlace } from "@/components/ui/follow-in-place";

type Props = { href: string; isRetrying?: boolean; onRetry?: () => void };

/** Asks again: in place where a script can, by reading the page again where not. */
export function RetryLink({ href, isRetrying = false, onRetry }: Props) {
  const t = useTranslations("states.failed");
  return (
    <a href={href} onClick={onRetry && followInPlace(onRetry)} className={buttonClass("primary")}>
      {isRetrying ? t("retrying") : t("retry")}
    </a>
  );
}
