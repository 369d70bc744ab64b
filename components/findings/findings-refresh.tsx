"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { FindingParameters } from "@/lib/vpn/findings/parameters";
import { summaryOf } from "@/lib/vpn/findings/summary";
import { findingsQuery } from "@/lib/vpn/queries";

type Props = {
  parameters: Partial<FindingParameters>;
  /** Of the findings that the page shows; empty where it has none yet. */
  summary: string;
};

/** Has the page made anew when something else is found; the rows themselves need no script. */
export function FindingsRefresh({ parameters, summary }: Props) {
  const router = useRouter();
  const { data, dataUpdatedAt } = useQuery(findingsQuery(parameters));
  const isOld = data !== undefined && summaryOf(data) !== summary;
  // Once for each answer that says something else, however long the page takes.
  const news = isOld ? dataUpdatedAt : null;
  useEffect(() => {
    if (news !== null) router.refresh();
  }, [news, router]);
  return null;
}
