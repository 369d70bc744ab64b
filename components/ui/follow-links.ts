import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";
import { isPlainClick } from "@/components/ui/follow-in-place";

/**
 * For the element around many plain links to pages of this site: follows them without loading the page
 * anew. Next's own link component costs each of them a dozen hooks.
 */
export function useFollowLinks() {
  const router = useRouter();
  return (event: MouseEvent) => {
    if (event.defaultPrevented || !isPlainClick(event)) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null || link.target !== "" || link.hasAttribute("download")) return;
    if (link.origin !== window.location.origin) return;
    event.preventDefault();
    router.push(link.pathname + link.search + link.hash);
  };
}
