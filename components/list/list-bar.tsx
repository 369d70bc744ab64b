import type { ReactNode } from "react";

/** The line of a list's search, filters and tools, which stays in sight above the table. */
export function ListBar({ children }: { children: ReactNode }) {
  return <div className="list-bar">{children}</div>;
}
