import type { ReactNode } from "react";

type Props = {
  /** The first, as it is shown. */
  first: ReactNode;
  /** The end of the first, which stays where there is no room for all of it. */
  end?: ReactNode;
  /** All others, as text. */
  others: readonly string[];
  /** What the fold is called, such as “and 3 more”. */
  label: string;
};

/** Several values on one line: the first, and how many more, which unfold. */
export function FoldedValues({ first, end, others, label }: Props) {
  if (others.length === 0 && end === undefined) return first;
  return (
    <span className="list-several">
      <span>{first}</span>
      {end}
      {others.length > 0 && (
        <details className="list-fold print-open">
          <summary aria-label={label}>{`+${others.length}`}</summary>
          <p>{others.join("\n")}</p>
        </details>
      )}
    </span>
  );
}
