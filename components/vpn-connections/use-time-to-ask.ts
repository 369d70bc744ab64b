import { useEffect, useState } from "react";
import type { Problem } from "@/lib/vpn/problem";
import { pauseAfter } from "@/lib/vpn/queries";

/**
 * Whether the browser may ask by itself. The server has just asked for the first HTML, so after its
 * failure the next try waits as long as after any other; what is not there is not asked for again.
 */
export function useTimeToAsk(firstProblem: Problem | null) {
  const [overcome, setOvercome] = useState<Problem | null>(null);
  useEffect(() => {
    if (firstProblem === null || firstProblem.code === "not_found") return undefined;
    const timer = setTimeout(() => setOvercome(firstProblem), pauseAfter(firstProblem));
    return () => clearTimeout(timer);
  }, [firstProblem]);
  return {
    isTimeToAsk: firstProblem === null || overcome === firstProblem,
    /** For a user who does not want to wait. */
    askNow: () => setOvercome(firstProblem),
  };
}
