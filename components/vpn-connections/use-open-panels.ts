import { useCallback, useDeferredValue } from "react";
import { pushSearch, useLocationSearch } from "@/components/ui/use-location-search";
import type { ConnectionColumn } from "@/lib/vpn/connection-columns";
import { pages } from "@/lib/vpn/hrefs";
import type { ListScope } from "@/lib/vpn/list-scope";
import { type ListLinkParameters, openPanelsOf } from "@/lib/vpn/list-parameters";
import { withOpenPanel } from "@/lib/vpn/query-string";

/** Which panels are open is in the URL and nowhere else; each opening is a step that Back undoes. */
export function useOpenPanels(
  scope: ListScope,
  parameters: ListLinkParameters,
  /** What a link to the page asks for; null where it need not. */
  linkColumns: ConnectionColumn[] | null,
) {
  const search = useLocationSearch();
  const open = openPanelsOf(search.getAll("open"));
  // The addresses of all toggles change with each panel, and may do so a moment after it is there.
  const openBefore = openPanelsOf(
    new URLSearchParams(useDeferredValue(search.toString())).getAll("open"),
  );
  const hrefWith = useCallback(
    (ids: string[]) => pages.list(scope, { ...parameters, open: ids }),
    [scope, parameters],
  );
  // One for each row, so all are made from the same.
  const hrefBefore = hrefWith(openBefore);
  const toggle = useCallback(
    (id: string) => {
      const now = new URLSearchParams(window.location.search).getAll("open");
      pushSearch(hrefWith(toggled(openPanelsOf(now), id)));
    },
    [hrefWith],
  );
  return {
    /** The page as it is now. */
    href: hrefWith(open),
    /** The same for somebody who may have other columns. */
    linkHref: pages.list(scope, { ...parameters, columns: linkColumns, open }),
    isAnyOpen: open.length > 0,
    isOpen: (id: string) => open.includes(id),
    toggleHref: (id: string) =>
      openBefore.includes(id) ? hrefWith(toggled(openBefore, id)) : withOpenPanel(hrefBefore, id),
    toggle,
  };
}

function toggled(open: string[], id: string): string[] {
  return open.includes(id) ? open.filter((other) => other !== id) : [...open, id];
}
