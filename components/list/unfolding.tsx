import { clsx } from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";

type Props = {
  label: string;
  icon: LucideIcon;
  /** Whether the words are for those only who do not see it. */
  isIconOnly?: boolean;
  children: ReactNode;
};

/** What unfolds over the page, so that nothing beneath it moves; without a script as well. */
export function Unfolding({ label, icon: Icon, isIconOnly = false, children }: Props) {
  return (
    <details className="print:hidden">
      <summary title={label} className={clsx(buttonClass("quiet"), "cursor-pointer")}>
        <Icon aria-hidden className="size-4" />
        <span className={isIconOnly ? "sr-only" : undefined}>{label}</span>
      </summary>
      <div className="unfolded">{children}</div>
    </details>
  );
}
