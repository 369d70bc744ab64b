import type { ReactNode } from "react";

/** Least widths in rem from 1440 px on, a little less in a narrower table; what is left over is shared out. */
export const WIDTHS = {
  3.5: "w-14",
  4: "w-16",
  5: "w-20",
  5.75: "w-20 min-[90rem]:w-23",
  6: "w-24",
  6.75: "w-26 min-[90rem]:w-27",
  7: "w-28",
  7.25: "w-24 min-[90rem]:w-29",
  8.25: "w-26 min-[90rem]:w-33",
  8.75: "w-29 min-[90rem]:w-35",
  9: "w-28 min-[90rem]:w-36",
  9.25: "w-32 min-[90rem]:w-37",
  12: "w-40 min-[90rem]:w-48",
} as const;

/** How its cells look: words, an id or address, a number, or the head of the row. */
export type ColumnLook = "text" | "data" | "number" | "head";

/** A column of a list, in one place: its name in addresses and files, its head, its order and its cells. */
export type Column<Row, Name extends string = string> = {
  /** The name of the field. */
  name: Name;
  /** Its head, said again in the card that a row is in a narrow window. */
  label: string;
  /** Whether the list can be sorted by it. */
  isSorted: boolean;
  width: keyof typeof WIDTHS;
  look: ColumnLook;
  /** Beside the name in the card, with its head or without it where that needs no saying. */
  brief?: "labelled" | "plain";
  /** Plain links, which the table follows in place, and words that are formatted once for all rows. */
  cell: (row: Row) => ReactNode;
};
