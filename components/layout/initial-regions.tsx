import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { regionsQuery } from "@/lib/vpn/queries";
import { packJson } from "@/lib/vpn/packed-json";
import type { Region } from "@/lib/vpn/types";

type Props = { regions: Region[] | null; children: ReactNode };

/** The picker's regions in the first HTML; the browser asks for them where they are missing. */
export function InitialRegions({ regions, children }: Props) {
  const queryClient = new QueryClient();
  if (regions !== null) queryClient.setQueryData(regionsQuery().queryKey, { regions });
  return (
    <HydrationBoundary state={dehydrate(queryClient, { serializeData: packJson })}>
      {children}
    </HydrationBoundary>
  );
}
