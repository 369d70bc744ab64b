import { useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Needs JavaScript, and a page served over https or from loopback. */
export function useCopy() {
  const [isCopied, setIsCopied] = useState(false);
  const isHydrated = useHydrated();

  async function write(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      // The user has forbidden it; what was to be copied can still be selected.
      setIsCopied(false);
    }
  }

  return {
    canCopy: isHydrated && navigator.clipboard !== undefined,
    isCopied,
    copy: (text: string) => void write(text),
    forget: () => setIsCopied(false),
  };
}
