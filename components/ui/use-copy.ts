import { useState } from "react";
import { useHydrated } from "@/components/ui/use-hydrated";

/** Copying needs JavaScript, and a page served over https or from loopback. */
export function useCanCopy(): boolean {
  return useHydrated() && navigator.clipboard !== undefined;
}

export function useCopy() {
  const [isCopied, setIsCopied] = useState(false);
  const canCopy = useCanCopy();
  const copy = (text: string) => void writeText(text).then(setIsCopied);
  return { canCopy, isCopied, copy, forget: () => setIsCopied(false) };
}

/** Whether it worked: where the user has forbidden it, what was to be copied can still be selected. */
export function writeText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
