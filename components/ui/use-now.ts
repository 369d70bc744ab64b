import { useEffect, useState } from "react";

const STEP_MS = 10_000;

/**
 * Epoch milliseconds, moving on every ten seconds; what happened since the last step is now. Where the
 * server's HTML shows it too, it begins with the time of that.
 */
export function useNow(renderedAt?: number): number {
  const [now, setNow] = useState(() => renderedAt ?? Date.now());
  useEffect(() => {
    const step = () => setNow(Date.now());
    if (renderedAt !== undefined) step();
    const timer = setInterval(step, STEP_MS);
    return () => clearInterval(timer);
  }, [renderedAt]);
  return now;
}
