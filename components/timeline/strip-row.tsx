import type { ReactNode } from "react";

/** A name, and what is drawn of it: beside it where there is room, else beneath. */
export function StripRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 gap-y-0.5 not-first:mt-1.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <p className="text-sm">{name}</p>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
