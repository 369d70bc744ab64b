"use client";

import { Check, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";

/** The address to paste into a ticket; where nothing can be copied, a link to copy by hand. */
export function CopyLink({ href }: { href: string }) {
  const t = useTranslations("copy");
  const { canCopy, isCopied, copy, forget } = useCopy();
  const Icon = isCopied ? Check : Link2;
  const content = (
    <>
      <Icon aria-hidden className="size-4" />
      {isCopied ? t("linkDone") : t("link")}
    </>
  );
  const className = `${buttonClass("quiet")} print:hidden`;
  if (!canCopy) {
    return (
      <a href={href} className={className}>
        {content}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        onClick={() => copy(new URL(href, window.location.href).href)}
        onBlur={forget}
        className={className}
      >
        {content}
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t("linkDone") : ""}
      </span>
    </>
  );
}
