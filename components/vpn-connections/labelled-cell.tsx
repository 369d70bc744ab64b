import { Cell } from "@/components/ui/table";
import { clsx } from "clsx";
import type { ReactNode } from "react";

/** A table row that becomes a readable block where the window is narrow. */
export const ROW =
  "border-t border-line break-inside-avoid hover:bg-sunken/60 max-xl:grid max-xl:grid-cols-2 max-xl:md:grid-cols-4 max-xl:gap-x-4 max-xl:py-2 max-xl:[&>*]:px-4 max-xl:[&>*]:py-1.5 max-xl:[&>th]:col-span-2";

type Props = {
  /** The column's head, said again in the block of a narrow window. */
  label: string;
  isWide?: boolean;
  children: ReactNode;
};

export function LabelledCell({ label, isWide, children }: Props) {
  return (
    <Cell className={clsx("min-w-0 px-3 py-3 align-top", isWide && "max-xl:col-span-2")}>
      <p aria-hidden className="mb-0.5 text-xs text-ink-soft xl:hidden">
        {label}
      </p>
      {children}
    </Cell>
  );
}
