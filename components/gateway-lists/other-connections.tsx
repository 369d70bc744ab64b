import { useTranslations } from "next-intl";
import { pages } from "@/lib/vpn/hrefs";
import type { CustomerGatewayList, VpnGatewayList } from "@/lib/vpn/gateway-list";

type List = VpnGatewayList | CustomerGatewayList;

/** More of them would be a list of its own. */
const MOST_ROUTERS = 20;

/** Connections that are in no row, and where they are found. */
export function OtherConnections({ list }: { list: List }) {
  const t = useTranslations("gatewayLists.others");
  const { transitRouters, unattachedCount } =
    "vpnGateways" in list ? list : { transitRouters: [], unattachedCount: 0 };
  const onRouters = transitRouters.reduce((sum, { connectionCount }) => sum + connectionCount, 0);
  if (onRouters + unattachedCount + list.unreadableCount === 0) return null;
  return (
    <div className="mt-4 space-y-1 text-sm text-ink-soft">
      {onRouters > 0 && (
        <p>
          {t("transitRouters", { count: onRouters })}{" "}
          {transitRouters.slice(0, MOST_ROUTERS).map((router, index) => (
            <span key={`${router.regionId} ${router.transitRouterId}`}>
              {index > 0 && ", "}
              <a
                href={pages.vpnConnections(router.regionId, { q: router.transitRouterId })}
                className="link"
              >
                {router.transitRouterName || router.transitRouterId}
              </a>{" "}
              ({router.connectionCount})
            </span>
          ))}
          {transitRouters.length > MOST_ROUTERS && " …"}
        </p>
      )}
      {unattachedCount > 0 && <p>{t("unattached", { count: unattachedCount })}</p>}
      {list.unreadableCount > 0 && <p>{t("unreadable", { count: list.unreadableCount })}</p>}
    </div>
  );
}
