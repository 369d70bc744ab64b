import { useFormatter, useTranslations } from "next-intl";
import { SubnetCarrier } from "@/components/subnets/subnet-carrier";
import { pages } from "@/lib/vpn/hrefs";
import type { Subnet } from "@/lib/vpn/subnet-list";
import type { SubnetSide } from "@/lib/vpn/subnet-types";

/** So many are seen at once; the rest folds. */
const SHOWN = 4;

/** Who has the network, on which side. */
export function SubnetCarriers({ subnet }: { subnet: Subnet }) {
  return (
    <div className="min-w-0 space-y-2">
      <OfSide side="remote" subnet={subnet} count={subnet.remoteCount} />
      <OfSide side="local" subnet={subnet} count={subnet.localCount} />
    </div>
  );
}

type SideProps = { side: SubnetSide; subnet: Subnet; count: number };

function OfSide({ side, subnet, count }: SideProps) {
  const t = useTranslations("subnets.carriers");
  const format = useFormatter();
  if (count === 0) return null;
  const carriers = subnet.carriers.filter((one) => one.side === side);
  const [first, rest] = [carriers.slice(0, SHOWN), carriers.slice(SHOWN)];
  const unlisted = count - carriers.length;
  return (
    <div>
      <p className="text-xs/5 text-ink-soft">{t(side, { count })}</p>
      <ul>
        {first.map((one) => (
          <SubnetCarrier key={`${one.regionId} ${one.vpnConnectionId}`} carrier={one} of={subnet} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="print-open">
          <summary className="link w-fit cursor-pointer text-xs/6 print:hidden">
            {t("more", { count: rest.length })}
          </summary>
          <ul>
            {rest.map((one) => (
              <SubnetCarrier
                key={`${one.regionId} ${one.vpnConnectionId}`}
                carrier={one}
                of={subnet}
              />
            ))}
          </ul>
        </details>
      )}
      {unlisted > 0 && (
        <p className="text-xs/5">
          <a href={pages.vpnConnections(null, { q: subnet.cidr })} className="link">
            {t("unlisted", { count: format.number(unlisted) })}
          </a>
        </p>
      )}
    </div>
  );
}
