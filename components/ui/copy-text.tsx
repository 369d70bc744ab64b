"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";

type Props = { text: string; what: string };

/** Copies a whole text; where nothing can be copied it is not there. */
export function CopyText({ text, what }: Props) {
  const t = useTranslations("copy");
  const { canCopy, isCopied, copy, forget } = useCopy();
  if (!canCopy) return null;
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <Button
        variant="primary"
        onClick={() => copy(text)}
        onBlur={forget}
        aria-label={t("action", { what })}
      >
        <Icon aria-hidden className="size-4" />
        {isCopied ? t("done") : t("text")}
      </Button>
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
