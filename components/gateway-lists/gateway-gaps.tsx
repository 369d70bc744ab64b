import { useTranslations } from "next-intl";
import { useRegionNames } from "@/components/layout/use-regions";
import { UnreadCause, UnreadNotice } from "@/components/states/unread-notice";
import { Time } from "@/components/ui/time";
import type { GatewayGap, GatewayOf } from "@/lib/vpn/gateway-list";

type Props = {
  of: GatewayOf;
  gaps: GatewayGap[];
  /** The page's own address, to look again without a script. */
  href: string;
};

/** That gateways could not be read, why, and what is shown of them instead; each cause once. */
export function GatewayGaps({ of, gaps, href }: Props) {
  const t = useTranslations("gatewayLists.gaps");
  if (gaps.length === 0) return null;
  const causes = new Set(gaps.map(causeOf));
  return (
    <UnreadNotice title={t("label")} detail={t(`${of}.detail`)}>
      {[...causes].map((cause) => (
        <Cause key={cause} gaps={gaps.filter((gap) => causeOf(gap) === cause)} href={href} />
      ))}
    </UnreadNotice>
  );
}

const causeOf = ({ problem }: GatewayGap) => problem?.detail ?? null;

function Cause({ gaps, href }: Pick<Props, "gaps" | "href">) {
  const t = useTranslations("gatewayLists.gaps");
  const regionNameOf = useRegionNames();
  const problem = gaps[0]?.problem ?? null;
  return (
    <UnreadCause problem={problem} reading={t("reading")} again={t("again")} href={href}>
      <ul className="flex flex-wrap gap-x-5 text-ink-soft">
        {gaps.map(({ regionId, since }) => (
          <li key={regionId}>
            {regionNameOf(regionId)}
            {since !== null && <> ({t.rich("since", { time: () => <Time value={since} /> })})</>}
          </li>
        ))}
      </ul>
    </UnreadCause>
  );
}
