"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { vpnConnectionQuery } from "@/lib/vpn/queries";

/** A timeline whose end is older than this is drawn anew; one whose state has changed since, at once. */
const MAX_AGE_MS = 5 * 60_000;

type Props = { regionId: string; vpnConnectionId: string; readAt: number };

/** Reads the page's history again when what the page polls anyway shows that it is old. */
export function HistoryRefresh({ regionId, vpnConnectionId, readAt }: Props) {
  const router = useRouter();
  const { data } = useQuery({ ...vpnConnectionQuery(regionId, vpnConnectionId), enabled: false });
  const fetchedAt = data?.fetchedAt ?? 0;
  const isOld = fetchedAt - readAt > MAX_AGE_MS || (data?.verdictSince ?? 0) > readAt;
  useEffect(() => {
    // At most once for each answer, however far apart the clocks of servers are.
    if (isOld && fetchedAt > 0) router.refresh();
  }, [isOld, fetchedAt, router]);
  return null;
}
