"use client";

type Props = { id: string; values: string[] };

/** What a text field may hold; drawn by the browser, so that a page carries its values and not their elements. */
export function Suggestions({ id, values }: Props) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value}>{value}</option>
      ))}
    </datalist>
  );
}
