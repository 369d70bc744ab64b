import { Cell } from "@/components/ui/table";
import type { ReactNode } from "react";

type Props = {
  /** The column's head, said again in the block of a narrow window. */
  label: string;
  isWide?: boolean;
  children: ReactNode;
};

/** A cell of a table row that becomes a readable block where the window is narrow. */
export function LabelledCell({ label, isWide = false, children }: Props) {
  return (
    <Cell data-label={label} className={isWide ? "list-cell max-xl:col-span-2" : "list-cell"}>
      {children}
    </Cell>
  );
}
