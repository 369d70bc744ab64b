import type { MouseEvent } from "react";

/** A click without a key that asks for a new tab or window. */
export function isPlainClick({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return !metaKey && !ctrlKey && !shiftKey && !altKey;
}

/**
 * A link's click done by script instead: a plain click only, so that opening it in a new tab and
 * running without JavaScript still follow the address.
 */
export function followInPlace(action: () => void) {
  return (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    action();
  };
}
