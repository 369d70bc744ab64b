import { useTranslations } from "next-intl";
import { isDestinationRouting } from "@/lib/vpn/subnets";
import type { VpnConnection } from "@/lib/vpn/types";

/** So many fit a row; the rest folds. */
const SHOWN = 2;

/** What the tunnel carries: this side, then the far side. */
export function Subnets({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.table");
  return (
    <div className="grid gap-x-3 gap-y-1 sm:grid-cols-2 lg:grid-cols-1 xl:grid-cols-2">
      <SubnetList label={t("localSubnets")} cidrs={connection.localSubnets} />
      <SubnetList label={t("remoteSubnets")} cidrs={connection.remoteSubnets} />
      {isDestinationRouting(connection) && (
        <p className="col-span-full text-xs text-ink-soft">{t("destinationRouting")}</p>
      )}
    </div>
  );
}

function SubnetList({ label, cidrs }: { label: string; cidrs: string[] }) {
  const t = useTranslations("connections.table");
  const folded = cidrs.slice(SHOWN);
  return (
    <div>
      <p className="sr-only max-lg:not-sr-only max-lg:text-xs max-lg:text-ink-soft">{label}</p>
      {cidrs.length === 0 && <span className="text-ink-soft">{t("none")}</span>}
      <CidrItems cidrs={cidrs.slice(0, SHOWN)} />
      {folded.length > 0 && (
        <details>
          <summary className="link w-fit cursor-pointer text-xs">
            {t("more", { count: folded.length })}
          </summary>
          <CidrItems cidrs={folded} />
        </details>
      )}
    </div>
  );
}

function CidrItems({ cidrs }: { cidrs: string[] }) {
  return (
    <ul>
      {cidrs.map((cidr) => (
        <li key={cidr} className="data whitespace-nowrap max-sm:whitespace-normal">
          {cidr}
        </li>
      ))}
    </ul>
  );
}
