import { useEffect, useState } from "react";

const STEP_MS = 10_000;

/** Epoch milliseconds, moving on every ten seconds; what happened since the last step is now. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
