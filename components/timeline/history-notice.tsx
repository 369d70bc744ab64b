import { DatabaseZap } from "lucide-react";
import type { ReactNode } from "react";

type Props = { title: ReactNode; detail: string; children?: ReactNode };

/** What is the matter with history, while the rest of the page is as it should be. */
export function HistoryNotice({ title, detail, children }: Props) {
  return (
    <div className="flex gap-3 rounded-md border border-degraded/35 bg-degraded-wash px-4 py-3 text-sm">
      <DatabaseZap aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div className="min-w-0 space-y-2">
        <p className="font-semibold">{title}</p>
        <p>{detail}</p>
        {children}
      </div>
    </div>
  );
}
