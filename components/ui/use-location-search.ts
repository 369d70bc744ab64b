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

/** Changes the query, and shows it in this very moment: Next tells of it in a transition, which takes its time. */
export function pushSearch(href: string): void {
  window.history.pushState(null, "", href);
  for (const notify of steps) notify();
}
