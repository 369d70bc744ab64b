import type { ReactNode } from "react";
import { Cell } from "@/components/ui/table";

const LOOKS = {
  plain: "list-cell",
  small: "list-cell text-sm",
  data: "list-cell data",
  wide: "list-cell max-xl:col-span-2",
} as const;

type Props = {
  /** The column's head, said again in the block of a narrow window. */
  label: string;
  look?: keyof typeof LOOKS;
  children: ReactNode;
};

/** A cell of a table row that becomes a readable block where the window is narrow. */
export function LabelledCell({ label, look = "plain", children }: Props) {
  return (
    <Cell data-label={label} className={LOOKS[look]}>
      {children}
    </Cell>
  );
}
