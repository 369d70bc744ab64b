import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { isWallScreen } from "@/lib/vpn/display";

const PAUSE_MS = 30_000;

/** A wall screen that has crashed reads itself again: nobody is there who would. */
export function useWallRecovery(): void {
  const isWall = isWallScreen(usePathname(), useSearchParams());
  useEffect(() => {
    if (!isWall) return undefined;
    const timer = setTimeout(() => window.location.reload(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isWall]);
}
