"use client";

import { clsx } from "clsx";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCopy } from "@/components/ui/use-copy";

type Props = {
  text: string;
  what: string;
  /**
   * In a table's row: seen under the pointer only, and passed over by the keyboard, which has the
   * same in the row's panel; a row with ten stops would be no row to walk along.
   */
  isQuiet?: boolean;
};

/** An icon beside the text it copies; where nothing can be copied it is not there. */
export function CopyButton(props: Props) {
  const copying = useCopy();
  // In the server's HTML none is, and a page has hundreds: they cost as little as they can.
  return copying.canCopy ? <CopyIcon {...props} {...copying} /> : null;
}

type IconProps = Props & ReturnType<typeof useCopy>;

function CopyIcon({ text, what, isQuiet = false, isCopied, copy, forget }: IconProps) {
  const t = useTranslations("copy");
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      <button
        type="button"
        onClick={() => copy(text)}
        onBlur={forget}
        tabIndex={isQuiet ? -1 : undefined}
        aria-label={t("action", { what })}
        className={clsx(
          "inline-grid size-5 shrink-0 place-items-center rounded-sm text-ink-soft hover:bg-sunken hover:text-ink print:hidden",
          isQuiet && "pointer-fine:absolute pointer-fine:right-0 pointer-fine:bg-surface",
          isQuiet && !isCopied && "pointer-fine:opacity-0 group-hover/copy:opacity-100",
        )}
      >
        <Icon aria-hidden className="size-3.5" />
      </button>
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </>
  );
}
