import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { GroupLane } from "@/components/drawing/group-lane";
import { ScopeLanes } from "@/components/drawing/scope-lanes";
import { followInPlace } from "@/components/ui/follow-in-place";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useOpenPanels } from "@/components/vpn-connections/use-open-panels";
import type { GatewayNames } from "@/lib/vpn/gateway-names";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import { type GatewayScope, UP_GROUP, upOf } from "@/lib/vpn/list-scope";
import { vpnConnectionsQuery } from "@/lib/vpn/queries";

type Props = {
  scope: GatewayScope;
  /** What the list beneath asks for: the address keeps it. */
  parameters: ListLinkParameters;
  /** How many are up. */
  count: number;
  names: GatewayNames;
};

/** What needs no look, as one line, which a link opens: as many one by one as a page of the list holds. */
export function UpGroup({ scope, parameters, count, names }: Props) {
  const t = useTranslations("drawing.group");
  const panels = useOpenPanels(scope, parameters, null);
  const isOpen = panels.isOpen(UP_GROUP);
  const isHydrated = useHydrated();
  const { data } = useQuery({
    ...vpnConnectionsQuery(scope.regionId, upOf(scope)),
    enabled: isOpen,
  });
  const connections = isOpen ? (data?.vpnConnections ?? []) : [];
  const toggle = isHydrated ? followInPlace(() => panels.toggle(UP_GROUP)) : undefined;
  return (
    <>
      <GroupLane
        state="up"
        words={t("up", { count })}
        outerIs={scope.of === "vpnGateway" ? "right" : "left"}
      >
        <a
          href={panels.toggleHref(UP_GROUP)}
          aria-expanded={isOpen}
          onClick={toggle}
          className="link"
        >
          {isOpen ? t("hide") : t("show")}
        </a>
      </GroupLane>
      <ScopeLanes scope={scope} connections={connections} names={names} />
      {connections.length > 0 && connections.length < count && (
        <li className="pt-4 text-sm text-ink-soft">
          {t("some", { drawn: connections.length, total: count })}{" "}
          <a href={pages.list(scope, { status: ["up"] })} className="link">
            {t("list")}
          </a>
        </li>
      )}
    </>
  );
}
