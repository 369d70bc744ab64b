import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";

/**
 * The query as the browser has it now. Next's own hook follows a step back or forth only once it
 * listens and its transition is done, and misses one that comes before, right after a reload.
 */
export function useLocationSearch(): URLSearchParams {
  const rendered = useSearchParams().toString();
  const search = useSyncExternalStore(
    onStep,
    () => window.location.search,
    () => rendered,
  );
  return new URLSearchParams(search);
}

function onStep(notify: () => void): () => void {
  window.addEventListener("popstate", notify);
  return () => window.removeEventListener("popstate", notify);
}
