"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCopy } from "@/components/ui/use-copy";

type Props = { text: string; what: string };

/** An icon beside the text it copies; where nothing can be copied it is not there. */
export function CopyButton({ text, what }: Props) {
  const t = useTranslations("copy");
  const { canCopy, isCopied, copy, forget } = useCopy();
  if (!canCopy) return null;
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => copy(text)}
        onBlur={forget}
        aria-label={t("action", { what })}
        className="inline-grid size-6 place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink print:hidden"
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
