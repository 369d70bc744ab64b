import type { ReactNode } from "react";
import { TunnelLine } from "@/components/drawing/tunnel-line";
import { conditionText, tunnelLabel, VerdictPill } from "@/components/vpn-connections/status-badge";
import { lineStateOf, type TunnelEnd } from "@/lib/vpn/drawing";
import { useConnectionWords } from "@/components/vpn-connections/words";
import { pages } from "@/lib/vpn/hrefs";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  /** The page of the connection itself does not name it again. */
  isNamed: boolean;
  /** The tunnels by the boxes that they end at. */
  ends: TunnelEnd[];
  /** The hub, if it is a customer gateway: a tunnel to another one does not reach it. */
  onlyTo?: string;
  /** The box at the outer end of these tunnels. */
  outer: (end: TunnelEnd) => ReactNode;
  /** Where the outer box stands, seen from the lines. */
  outerIs: "left" | "right";
};

/** One connection: its tunnels as lines, each set of lines ending at its box. */
export function Lane({ connection, isNamed, ends, onlyTo, outer, outerIs }: Props) {
  const { regionId, vpnConnectionId, name, verdict } = connection;
  const t = useConnectionWords();
  return (
    <li className="border-line py-4 not-last:border-b first:pt-0 last:pb-0 break-inside-avoid">
      {isNamed && (
        <p className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 xl:px-4">
          <a
            href={pages.vpnConnection(regionId, vpnConnectionId)}
            className="link min-w-0 font-medium wrap-anywhere"
          >
            <bdi>{name || t("table.unnamed")}</bdi>
          </a>
          <VerdictPill verdict={verdict} t={t} />
        </p>
      )}
      <ul className="space-y-2">
        {ends.map((end) => (
          <li
            key={end.tunnels[0]?.number}
            className={
              outerIs === "right"
                ? "grid items-center gap-y-2 xl:grid-cols-[1fr_26rem]"
                : "grid items-center gap-y-2 xl:grid-cols-[24rem_1fr]"
            }
          >
            <ul className={outerIs === "left" ? "space-y-1 xl:order-last" : "space-y-1"}>
              {end.tunnels.map(({ tunnel, number }) => (
                <li
                  key={number}
                  className="grid grid-cols-[3rem_1fr] items-center gap-x-3 xl:grid-cols-1"
                >
                  {isTo(onlyTo, tunnel) ? (
                    <TunnelLine state={lineStateOf(tunnel)} />
                  ) : (
                    <Elsewhere regionId={regionId} tunnel={tunnel} />
                  )}
                  <p className="text-sm/5 xl:order-first xl:px-4 xl:text-center">
                    <span className="text-ink-soft">{tunnelLabel(tunnel, number, t)}</span>{" "}
                    <span className="wrap-anywhere">{conditionText(tunnel, t)}</span>
                    {!isTo(onlyTo, tunnel) && (
                      <span className="data block text-ink-soft xl:hidden">
                        {tunnel.customerGatewayId}
                      </span>
                    )}
                  </p>
                </li>
              ))}
            </ul>
            {outer(end)}
          </li>
        ))}
      </ul>
    </li>
  );
}

function isTo(customerGatewayId: string | undefined, tunnel: VpnTunnel): boolean {
  const end = tunnel.customerGatewayId;
  return customerGatewayId === undefined || end === null || end === customerGatewayId;
}

/** A line that leaves the drawing on its way to another customer gateway. */
function Elsewhere({ regionId, tunnel }: { regionId: string; tunnel: VpnTunnel }) {
  const id = tunnel.customerGatewayId ?? "";
  return (
    <div className="flex items-center gap-3">
      <div className="w-12 xl:w-2/5">
        <TunnelLine state={lineStateOf(tunnel)} />
      </div>
      <a href={pages.customerGateway(regionId, id)} className="link data max-xl:hidden">
        {id}
      </a>
    </div>
  );
}
