"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const PAUSE_MS = 2_000;

/** Reads a page of the server's again and again while it stands there: while more is on its way. */
export function ReadAgain() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
