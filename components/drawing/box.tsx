import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type Props = {
  icon: LucideIcon;
  /** What kind of thing the box stands for. */
  kind: string;
  /** The VPC is a place rather than a device. */
  isPlace?: boolean;
  className?: string;
  children: ReactNode;
};

/** A thing that tunnels lead to or from. */
export function Box({ icon: Icon, kind, isPlace, className, children }: Props) {
  return (
    <div
      className={clsx(
        "min-w-0 rounded-md border px-3 py-2.5 break-inside-avoid",
        isPlace ? "border-dashed border-line-strong bg-sunken" : "border-line-strong bg-surface",
        className,
      )}
    >
      <p className="flex items-center gap-1.5 text-xs text-ink-soft">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {kind}
      </p>
      {children}
    </div>
  );
}
