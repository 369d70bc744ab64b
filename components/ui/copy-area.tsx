"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useCanCopy } from "@/components/ui/use-copy";

export type Copying = {
  labelOf: (what: string) => string;
  /** Called with true when something has been copied, and with false when that is old news. */
  announce: (isCopied: boolean) => void;
};

/** Null where nothing can be copied, as in the server's HTML. */
export const CopyingContext = createContext<Copying | null>(null);

/** Around hundreds of copy buttons: what they all need is there once, and so is the line that says that it was done. */
export function CopyArea({ children }: { children: ReactNode }) {
  const t = useTranslations("copy");
  const [isCopied, announce] = useState(false);
  // The buttons may come a moment later than what a user waits for.
  const canCopy = useDeferredValue(useCanCopy());
  const copying = useMemo(
    () => (canCopy ? { labelOf: (what: string) => t("action", { what }), announce } : null),
    [canCopy, t],
  );
  return (
    <CopyingContext value={copying}>
      {children}
      <span role="status" className="sr-only">
        {isCopied ? t("done") : ""}
      </span>
    </CopyingContext>
  );
}
