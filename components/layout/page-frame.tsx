"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { isWallScreen } from "@/lib/vpn/display";

type Props = {
  /** What a wall screen stands in. */
  wall: ReactNode;
  /** What every other page stands in. */
  children: ReactNode;
};

/** The frame that the address asks for. A layout on the server is not told of search parameters. */
export function PageFrame({ wall, children }: Props) {
  return isWallScreen(usePathname(), useSearchParams()) ? wall : children;
}
