import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";

/**
 * The query as the browser has it now. Next's own hook follows a step back or forth only once it
 * listens and its transition is done, and misses one that comes before, right after a reload.
 */
export function useLocationSearch(): URLSearchParams {
  const rendered = useSearchParams().toString();
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => rendered,
  );
  return new URLSearchParams(search);
}

const steps = new Set<() => void>();

function subscribe(notify: () => void): () => void {
  steps.add(notify);
  window.addEventListener("popstate", notify);
  return () => {
    steps.delete(notify);
    window.removeEventListener("popstate", notify);
  };
}

/**
 * Changes the query, and shows it in this very moment. Next hears of it once that has been painted: it tells every
 * component in a transition, which takes longer than what the user waits for.
 */
export function pushSearch(href: string): void {
  // A step with Next's own state is one of its own, of which it does not tell.
  window.history.pushState(window.history.state, "", href);
  for (const notify of steps) notify();
  requestAnimationFrame(() => setTimeout(tellNext));
}

function tellNext(): void {
  window.history.replaceState(null, "", window.location.href);
}
