import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";
import { isPlainClick } from "@/components/ui/follow-in-place";

/**
 * Around many plain links to pages of this site: follows them without loading the page anew. Next's own
 * link component costs each of them a dozen hooks.
 */
export function LinkArea(props: ComponentProps<"div">) {
  const router = useRouter();
  // Not by the element itself but by its links, which answer to the keyboard too.
  const handlers = {
    onClick: (event: MouseEvent) => {
      const link = linkToFollow(event);
      if (link === null) return;
      event.preventDefault();
      router.push(link.pathname + link.search + link.hash);
    },
  };
  return <div {...props} {...handlers} />;
}

/** Null where the click is somebody else's business. */
function linkToFollow(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || !isPlainClick(event)) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download")) return null;
  return link.origin === window.location.origin ? link : null;
}
