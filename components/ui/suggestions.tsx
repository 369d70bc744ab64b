"use client";

import { useHydrated } from "@/components/ui/use-hydrated";

type Props = { id: string; values: string[] };

/** What a text field may hold; drawn in the browser alone, so that a page carries each value once. */
export function Suggestions({ id, values }: Props) {
  const isHydrated = useHydrated();
  return (
    <datalist id={id}>
      {isHydrated && values.map((value) => <option key={value}>{value}</option>)}
    </datalist>
  );
}
