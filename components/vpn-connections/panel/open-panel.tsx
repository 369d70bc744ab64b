import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { CopyLink } from "@/components/ui/copy-link";
import { LazyPanel } from "@/components/vpn-connections/panel/lazy-panel";
import type { PanelProps } from "@/components/vpn-connections/panel/panel-content";
import { pages } from "@/lib/vpn/hrefs";

type Props = { row: PanelProps };

/** All of a connection beneath its row. */
export function OpenPanel({ row: { regionId, vpnConnectionId } }: Props) {
  const t = useTranslations("connections.panel");
  const href = pages.vpnConnection(regionId, vpnConnectionId);
  return (
    <>
      {/* The connection has a page of its own, to look at and to send. */}
      <div className="mb-4 flex flex-wrap gap-2">
        <a href={href} className={`${buttonClass("quiet")} print:hidden`}>
          {t("page")}
        </a>
        <CopyLink href={href} />
      </div>
      <LazyPanel {...{ regionId, vpnConnectionId }} />
    </>
  );
}
