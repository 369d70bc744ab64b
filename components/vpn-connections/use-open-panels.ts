import { useLocationSearch } from "@/components/ui/use-location-search";
import { pages } from "@/lib/vpn/hrefs";
import type { ListScope } from "@/lib/vpn/list-scope";
import { type ListParameters, openPanelsOf } from "@/lib/vpn/list-parameters";

/** Which panels are open is in the URL and nowhere else; each opening is a step that Back undoes. */
export function useOpenPanels(scope: ListScope, parameters: ListParameters) {
  const open = openPanelsOf(useLocationSearch().getAll("open"));
  const toggled = (id: string) =>
    open.includes(id) ? open.filter((other) => other !== id) : [...open, id];
  const hrefWith = (ids: string[]) => pages.list(scope, { ...parameters, open: ids });
  return {
    /** The page as it is now. */
    href: hrefWith(open),
    isAnyOpen: open.length > 0,
    isOpen: (id: string) => open.includes(id),
    toggleHref: (id: string) => hrefWith(toggled(id)),
    toggle: (id: string) => window.history.pushState(null, "", hrefWith(toggled(id))),
  };
}
