import { useQuery } from "@tanstack/react-query";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { ListParameters } from "@/lib/vpn/list-parameters";
import { countsQuery } from "@/lib/vpn/queries";
import type { Counts, VpnConnectionList } from "@/lib/vpn/types";

/** Those that came with the rows, else those of the region read behind them; null until then. */
export function useCounts(
  regionId: string | null,
  question: ListParameters,
  list: VpnConnectionList | undefined,
): Counts | null {
  const isMissing = list?.counts === null && list.totalCount > 0;
  const isHydrated = useHydrated();
  const { data } = useQuery({
    ...countsQuery(regionId, question),
    enabled: isHydrated && isMissing,
  });
  return list?.counts ?? data?.counts ?? null;
}
