"use client";

import { useEffect } from "react";
import { OPEN_UNFOLDING } from "@/components/list/open-unfolding";

/** `/` to the search, `j` and `k` from row to row, `?` for the list of shortcuts, Escape out of what unfolds. */
export function Shortcuts() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

function onKeyDown(event: KeyboardEvent) {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const isField = target instanceof Element && target.closest("input, textarea, select") !== null;
  if (isField && key !== "Escape") return;
  const action = ACTIONS.get(key);
  if (action?.() === true) event.preventDefault();
}

/** Each tells whether there was something to do. */
const ACTIONS = new Map<string, () => boolean>([
  ["/", focusOnSearch],
  ["j", () => focusOn(rows().find((row) => isBehindFocus(row)))],
  ["k", () => focusOn(rows().findLast((row) => isBeforeFocus(row)))],
  ["?", showHelp],
  ["Escape", foldOpenOne],
]);

function rows(): Element[] {
  return [...document.querySelectorAll("[data-shortcut=row]")];
}

function isBehindFocus(row: Element): boolean {
  return (positionOf(row) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBeforeFocus(row: Element): boolean {
  return (positionOf(row) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

/** Where nothing has the focus, the body holds every row and all of them follow. */
function positionOf(row: Element): number {
  return (document.activeElement ?? document.body).compareDocumentPosition(row);
}

function focusOn(element: Element | null | undefined): boolean {
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
  return true;
}

/** In a narrow window it is in a menu, which this unfolds. */
function focusOnSearch(): boolean {
  const field = document.querySelector("[data-shortcut=search]");
  const menu = field?.closest("[popover]");
  if (field?.checkVisibility() === false && menu instanceof HTMLElement) menu.showPopover();
  return focusOn(field);
}

function showHelp(): boolean {
  document.getElementById("shortcuts")?.togglePopover();
  return true;
}

/** What lies over the page, as GetForm does with it once its form is sent. */
function foldOpenOne(): boolean {
  const summary = document.querySelector(`${OPEN_UNFOLDING} > summary`);
  if (summary instanceof HTMLElement) summary.click();
  return focusOn(summary);
}
