import "server-only";
import type { NextRequest } from "next/server";

/** As much of a request as tells who it is from. */
export type Asking = {
  header: (name: string) => string | null;
  cookie: (name: string) => string | undefined;
};

export function askingOf({ headers, cookies }: Pick<NextRequest, "headers" | "cookies">): Asking {
  return {
    header: (name) => headers.get(name),
    cookie: (name) => cookies.get(name)?.value,
  };
}
