import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { InitialData } from "@/lib/vpn/initial-data";
import { packJson } from "@/lib/vpn/packed-json";

type Props = {
  /** What the server has read for the first HTML (now, where it does not say), under the key of its query. */
  of: { queryKey: QueryKey; first: InitialData<object> }[];
  children: ReactNode;
};

export function InitialQueries({ of: answers, children }: Props) {
  const queryClient = new QueryClient();
  for (const { queryKey, first } of answers) {
    if (first.kind !== "answer") continue;
    const updatedAt = fetchedAtOf(first.answer);
    queryClient.setQueryData(queryKey, first.answer, { updatedAt });
  }
  const state = dehydrate(queryClient, { serializeData: packedOnce });
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}

/** By the answer, which is the same object for all who ask the same while nothing changes. */
const packed = new WeakMap<object, string>();

/** As one text: React would write and read each of a thousand objects by itself. */
function packedOnce(answer: object): string {
  const text = packed.get(answer) ?? packJson(answer);
  packed.set(answer, text);
  return text;
}

function fetchedAtOf(answer: { fetchedAt?: unknown }): number | undefined {
  return typeof answer.fetchedAt === "number" ? answer.fetchedAt : undefined;
}
