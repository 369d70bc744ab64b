import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { followInPlace } from "@/components/ui/follow-in-place";
import { pages } from "@/lib/vpn/hrefs";
import { wholeRegionQuery } from "@/lib/vpn/queries";

type Props = { regionId: string; onRetried: () => void };

/** Asks for the region now, in the place of the next poll; without a script its own page does. */
export function RegionRetry({ regionId, onRetried }: Props) {
  const t = useTranslations("states.failed");
  const { refetch, isFetching } = useQuery({
    ...wholeRegionQuery(regionId),
    enabled: false,
  });
  const retry = async () => {
    await refetch();
    onRetried();
  };
  return (
    <a
      href={pages.vpnConnections(regionId)}
      onClick={followInPlace(() => void retry())}
      className="link mt-1 inline-block font-medium"
    >
      {isFetching ? t("retrying") : t("retry")}
    </a>
  );
}
