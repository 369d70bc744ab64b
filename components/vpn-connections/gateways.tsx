import { FoldedValues } from "@/components/list/folded-values";
import { ShortId } from "@/components/list/short-id";
import { RowCopyButton } from "@/components/ui/row-copy-button";
import type { ConnectionWords } from "@/components/vpn-connections/words";
import type { Attachment, ConnectionRow } from "@/lib/vpn/connection-row";
import { pages } from "@/lib/vpn/hrefs";

type AttachedProps = {
  regionId: string;
  attachedTo: Attachment | null;
  t: ConnectionWords;
};

/** What the connection is attached to: a VPN gateway, a transit router, or nothing yet. */
export function AttachedTo({ regionId, attachedTo, t }: AttachedProps) {
  if (attachedTo === null) return "–";
  const { vpnGatewayId, vpnGatewayName, transitRouterId, transitRouterName, attachType } =
    attachedTo;
  if (vpnGatewayId !== null) {
    const href = pages.vpnGateway(regionId, vpnGatewayId);
    return <NamedId name={vpnGatewayName} id={vpnGatewayId} href={href} />;
  }
  if (transitRouterId !== null) {
    return (
      <span title={`${t("table.transitRouter")} ${transitRouterId}`}>
        {transitRouterName ?? <ShortId id={transitRouterId} />}
        <RowCopyButton text={transitRouterId} />
      </span>
    );
  }
  return attachType === "NO_ASSOCIATED" ? t("table.unattached") : "–";
}

type Props = { row: ConnectionRow; t: ConnectionWords };

export function CustomerGateways({ row: { regionId, customerGateways }, t }: Props) {
  const [first, ...others] = customerGateways ?? [];
  if (first === undefined) return t("table.none");
  return (
    <FoldedValues
      first={<NamedId {...first} href={pages.customerGateway(regionId, first.id)} />}
      others={others.map(({ id, name }) => [name, id].filter(Boolean).join(" "))}
      label={t("table.more", { count: others.length })}
    />
  );
}

type NamedProps = { name: string | null; id: string; href: string };

/** A gateway by its name, else by its id, which is copied; the link leads to its page (link-area.tsx). */
function NamedId({ name, id, href }: NamedProps) {
  const isNamed = name !== null && name !== "";
  return (
    <>
      <a
        href={href}
        title={isNamed ? `${name}\n${id}` : undefined}
        // In two parts its letters would be read as two words.
        aria-label={isNamed ? undefined : id}
        className="list-link"
      >
        {isNamed ? <bdi>{name}</bdi> : <ShortId id={id} />}
      </a>
      <RowCopyButton text={id} />
    </>
  );
}
