"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { isPlainClick } from "@/components/ui/follow-in-place";
import { isApiPath } from "@/lib/vpn/hrefs";

/**
 * Around every page: follows plain links to other pages of this site without loading a document. Next's own link
 * component costs each link a dozen hooks and the browser 3 kB. A link with a target is left to the browser,
 * and so is one into a page: browsers mark the target of an address that they have read themselves.
 */
export function LinkArea({ children }: { children: ReactNode }) {
  const router = useRouter();
  // Not by the element itself but by its links, which answer to the keyboard too.
  const handlers = {
    onClick: (event: MouseEvent) => {
      const link = linkToFollow(event);
      if (link === null) return;
      event.preventDefault();
      router.push(link.pathname + link.search);
    },
  };
  return <div {...handlers}>{children}</div>;
}

/** Null where the click is somebody else's business. */
function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || !isPlainClick(event)) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return null;
  if (link.origin !== window.location.origin || link.hash !== "") return null;
  if (isApiPath(link.pathname)) return null;
  // To the page itself: to have it anew.
  const { pathname, search } = window.location;
  return link.pathname === pathname && link.search === search ? null : link;
}
