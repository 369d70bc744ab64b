import type { MouseEvent } from "react";

/**
 * A link's click done by script instead: a plain click only, so that opening it in a new tab and
 * running without JavaScript still follow the address.
 */
export function followInPlace(action: () => void) {
  return (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    action();
  };
}
