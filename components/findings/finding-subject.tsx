import { useTranslations } from "next-intl";
import type { RegionNames } from "@/components/findings/region-names";
import type { ListedFinding } from "@/lib/vpn/findings/list";
import { pages } from "@/lib/vpn/hrefs";

type Props = { finding: ListedFinding; regionNames: RegionNames };

/** What a finding is of, a connection or a gateway: its name, its id, and where it is. */
export function FindingSubject({ finding, regionNames }: Props) {
  const t = useTranslations("findings.row");
  const { regionId, vpnConnectionId, vpnGatewayId, name } = finding;
  const id = vpnConnectionId ?? vpnGatewayId;
  const href = subjectHref(finding);
  return (
    <>
      {href === null ? (
        <bdi>{name || t("unnamed")}</bdi>
      ) : (
        <a href={href} data-shortcut="row" className="link font-medium">
          <bdi>{name || t("unnamed")}</bdi>
        </a>
      )}
      <span className="flex flex-wrap gap-x-2 text-sm/5 font-normal text-ink-soft">
        {vpnConnectionId === null && <span>{t("gateway")}</span>}
        <span className="data">{id}</span>
        <span>{regionNames.get(regionId) ?? regionId}</span>
      </span>
    </>
  );
}

function subjectHref({ regionId, vpnConnectionId, vpnGatewayId }: ListedFinding): string | null {
  if (vpnConnectionId !== null) return pages.vpnConnection(regionId, vpnConnectionId);
  return vpnGatewayId === null ? null : pages.vpnGateway(regionId, vpnGatewayId);
}
