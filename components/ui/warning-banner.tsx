import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Props = { title: ReactNode; children: ReactNode };

/** Stands over what is shown and is not as it should be: what, and why. */
export function WarningBanner({ title, children }: Props) {
  return (
    <div
      role="alert"
      className="mb-4 flex gap-3 rounded-lg border border-degraded/40 bg-degraded-wash px-4 py-3"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-degraded" />
      <div>
        <p className="font-semibold text-degraded">{title}</p>
        {children}
      </div>
    </div>
  );
}
