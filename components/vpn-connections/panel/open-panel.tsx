import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { ConnectionPanel } from "@/components/vpn-connections/panel/connection-panel";
import type { ConnectionRow } from "@/lib/vpn/connection-row";
import { problemOf } from "@/lib/vpn/fetch-json";
import { pages } from "@/lib/vpn/hrefs";
import { vpnConnectionQuery } from "@/lib/vpn/queries";

type Props = { row: Pick<ConnectionRow, "regionId" | "vpnConnectionId"> };

/** All of a connection beneath its row: read when it opens, or by the server where the address asks for it. */
export function OpenPanel({ row: { regionId, vpnConnectionId } }: Props) {
  const t = useTranslations("connections.panel");
  const tFailed = useTranslations("states.failed");
  const { data, error } = useQuery(vpnConnectionQuery(regionId, vpnConnectionId));
  const href = pages.vpnConnection(regionId, vpnConnectionId);
  return (
    <>
      {/* The connection has a page of its own, to look at and to send. */}
      <div className="mb-4 flex flex-wrap gap-2">
        <Link prefetch={false} href={href} className={`${buttonClass("quiet")} print:hidden`}>
          {t("page")}
        </Link>
        <CopyLink href={href} />
      </div>
      {data === undefined ? (
        <p role="status" className="text-sm text-ink-soft">
          {error === null ? t("reading") : (problemOf(error)?.title ?? tFailed("offlineTitle"))}
        </p>
      ) : (
        <ConnectionPanel connection={data} />
      )}
    </>
  );
}
