import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { InitialData } from "@/lib/vpn/initial-data";

type Props = {
  /** What the server has read for the first HTML, under the key of the query that goes on with it. */
  of: { queryKey: QueryKey; first: InitialData<{ fetchedAt: number }> }[];
  children: ReactNode;
};

export function InitialQueries({ of: answers, children }: Props) {
  const queryClient = new QueryClient();
  for (const { queryKey, first } of answers) {
    if (first.kind !== "answer") continue;
    queryClient.setQueryData(queryKey, first.answer, { updatedAt: first.answer.fetchedAt });
  }
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
