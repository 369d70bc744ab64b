import type { ReactNode } from "react";

type Props = {
  /** The first, as it is shown. */
  first: ReactNode;
  /** All others, as text. */
  others: readonly string[];
  /** What the fold is called, such as “and 3 more”. */
  label: string;
};

/** Several values on one line: the first, and how many more, which unfold. */
export function FoldedValues({ first, others, label }: Props) {
  if (others.length === 0) return first;
  return (
    <span className="list-several">
      <span>{first}</span>
      <details className="list-fold print-open">
        <summary aria-label={label}>{`+${others.length}`}</summary>
        <p>{others.join("\n")}</p>
      </details>
    </span>
  );
}
