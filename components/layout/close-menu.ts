import type { MouseEvent } from "react";

/** For a link in a menu of the header, which stays while the page below it changes. */
export function closeMenu({ currentTarget }: MouseEvent): void {
  const menu = currentTarget.closest("[popover]");
  if (menu instanceof HTMLElement) menu.hidePopover();
}
