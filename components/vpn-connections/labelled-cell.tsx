import { Cell } from "@/components/ui/table";
import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A table row that becomes a readable block where the window is narrow. */
export const ROW =
  "border-t border-line hover:bg-sunken/60 max-lg:grid max-lg:grid-cols-2 max-lg:gap-x-4 max-lg:py-2 max-lg:[&>*]:px-4 max-lg:[&>*]:py-1.5 max-lg:[&>th]:col-span-2";

type Props = {
  /** The column's head, said again in the block of a narrow window; null where the cell says it. */
  label: string | null;
  isWide?: boolean;
  children: ReactNode;
};

export function LabelledCell({ label, isWide, children }: Props) {
  return (
    <Cell className={clsx("min-w-0 px-3 py-3 align-top", isWide && "max-lg:col-span-2")}>
      {label !== null && (
        <p aria-hidden className="mb-0.5 text-xs text-ink-soft lg:hidden">
          {label}
        </p>
      )}
      {children}
    </Cell>
  );
}
