import type { ComponentProps } from "react";

/**
 * A table's parts with their roles said out loud: laid out as blocks in a narrow window, browsers
 * would no longer tell a screen reader that they are a table.
 */
export function Table(props: ComponentProps<"table">) {
  return <table role="table" {...props} />;
}

export function TableHead(props: ComponentProps<"thead">) {
  return <thead role="rowgroup" {...props} />;
}

export function TableBody(props: ComponentProps<"tbody">) {
  return <tbody role="rowgroup" {...props} />;
}

export function Row(props: ComponentProps<"tr">) {
  return <tr role="row" {...props} />;
}

export function ColumnHeader(props: ComponentProps<"th">) {
  return <th role="columnheader" scope="col" {...props} />;
}

export function RowHeader(props: ComponentProps<"th">) {
  return <th role="rowheader" scope="row" {...props} />;
}

export function Cell(props: ComponentProps<"td">) {
  return <td role="cell" {...props} />;
}
