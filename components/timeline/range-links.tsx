import { useTranslations } from "next-intl";
import { LinkChoice } from "@/components/ui/link-choice";
import { pages } from "@/lib/vpn/hrefs";
import { type Range, RANGES } from "@/lib/vpn/history";

type Props = { regionId: string; vpnConnectionId: string; range: Range };

/** Plain links, which come back to where they stand on the page. */
export function RangeLinks({ regionId, vpnConnectionId, range }: Props) {
  const t = useTranslations("history.range");
  return (
    <LinkChoice
      label={t("label")}
      choices={RANGES.map((one) => ({
        href: pages.history(regionId, vpnConnectionId, one),
        text: t(one),
        isChosen: one === range,
      }))}
    />
  );
}
