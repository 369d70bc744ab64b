import { pages } from "@/lib/vpn/hrefs";

/** How the overview is shown, besides as the page that it is. */
export const DISPLAYS = ["wall"] as const;

export type Display = (typeof DISPLAYS)[number];

/** Whether an address is of the wall screen, which stands without the frame of other pages. */
export function isWallScreen(path: string, search: { get: (name: "display") => string | null }) {
  return path === pages.home && search.get("display") === "wall";
}
