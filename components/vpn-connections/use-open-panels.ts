import { useQueryState } from "nuqs";
import { pages } from "@/lib/vpn/hrefs";
import { type ListParameters, openParameter } from "@/lib/vpn/search-params";

/** Which panels are open is in the URL and nowhere else. */
export function useOpenPanels(regionId: string, parameters: ListParameters) {
  const [open, setOpen] = useQueryState("open", openParameter);
  const toggled = (id: string) =>
    open.includes(id) ? open.filter((other) => other !== id) : [...open, id];
  const hrefWith = (ids: string[]) => pages.vpnConnections(regionId, { ...parameters, open: ids });
  return {
    /** The page as it is now. */
    href: hrefWith(open),
    isOpen: (id: string) => open.includes(id),
    toggleHref: (id: string) => hrefWith(toggled(id)),
    toggle: (id: string) => void setOpen(toggled(id)),
  };
}
