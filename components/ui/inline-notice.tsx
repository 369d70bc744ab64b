import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: LucideIcon; title: ReactNode; detail: string; children?: ReactNode };

/** What is the matter with a part of a page, while the rest of it is as it should be. */
export function InlineNotice({ icon: Icon, title, detail, children }: Props) {
  return (
    <div className="flex gap-3 rounded-md border border-degraded/35 bg-degraded-wash px-4 py-3 text-sm">
      <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div className="min-w-0 space-y-2">
        <p className="font-semibold">{title}</p>
        <p className="wrap-anywhere">{detail}</p>
        {children}
      </div>
    </div>
  );
}
