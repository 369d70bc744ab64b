"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { unpackJson } from "@/lib/vpn/packed-json";

let browserClient: QueryClient | undefined;

/** A client per render on the server, so that nothing is shared between users; one in the browser. */
function queryClient(): QueryClient {
  if (typeof window === "undefined") return createClient();
  browserClient ??= createClient();
  return browserClient;
}

function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Asks even when the browser thinks it is offline: a pause would show old rows without a word.
      queries: { networkMode: "always" },
      // What a page starts with comes packed (initial-queries.tsx).
      hydrate: { deserializeData: unpackJson },
    },
  });
}

export function Providers({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}
