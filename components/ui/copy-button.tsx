"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

type Props = { text: string; what: string };

/** Needs JavaScript, and a page served over https or from loopback; elsewhere it is not there. */
export function CopyButton({ text, what }: Props) {
  const t = useTranslations("copy");
  const [isCopied, setIsCopied] = useState(false);
  const isHydrated = useHydrated();
  if (!isHydrated || navigator.clipboard === undefined) return null;

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // The reader has forbidden it; the text beside the button can still be selected.
      setIsCopied(false);
    }
  }

  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => void copy()}
        onBlur={() => setIsCopied(false)}
        aria-label={t("action", { what })}
        className="inline-grid size-6 place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink"
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
