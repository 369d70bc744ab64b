import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import type { SubnetCarrier } from "@/lib/vpn/subnet-list";

type Props = {
  /** The first of them. */
  carriers: SubnetCarrier[];
  count: number;
};

/** What stands where a CIDR should and is none: it is in no tree, and not lost. */
export function UnreadableSubnets({ carriers, count }: Props) {
  const t = useTranslations("subnets.unreadable");
  if (count === 0) return null;
  return (
    <section aria-label={t("label")} className="mt-6 text-sm">
      <h2 className="font-semibold">{t("title", { count })}</h2>
      <ul className="mt-1 space-y-1">
        {carriers.map(({ subnet, side, regionId, vpnConnectionId, name }) => (
          <li key={`${regionId} ${vpnConnectionId} ${side} ${subnet}`} className="wrap-anywhere">
            {t.rich(side, {
              subnet: () => <bdi className="data">{subnet}</bdi>,
              connection: () => (
                <a href={pages.vpnConnection(regionId, vpnConnectionId)} className="link">
                  <bdi>{name || vpnConnectionId}</bdi>
                </a>
              ),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
