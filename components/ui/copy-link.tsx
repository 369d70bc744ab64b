"use client";

import { Check, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";

type Props = { href: string; isIconOnly?: boolean };

/** The address to paste into a ticket; where nothing can be copied, a link to copy by hand. */
export function CopyLink({ href, isIconOnly = false }: Props) {
  const t = useTranslations("copy");
  const { canCopy, isCopied, copy, forget } = useCopy();
  const Icon = isCopied ? Check : Link2;
  const words = isCopied ? t("linkDone") : t("link");
  const content = (
    <>
      <Icon aria-hidden className="size-4" />
      {isIconOnly ? <span className="sr-only">{words}</span> : words}
    </>
  );
  const className = `${buttonClass("quiet")} print:hidden`;
  if (!canCopy) {
    return (
      <a href={href} title={words} className={className}>
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
        title={words}
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
