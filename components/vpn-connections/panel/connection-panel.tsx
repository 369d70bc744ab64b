import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  CONNECTION_FIELDS,
  HEALTH_CHECK_FIELDS,
} from "@/components/vpn-connections/panel/connection-fields";
import { useConnectionWords } from "@/components/vpn-connections/words";
import {
  type ConnectionFieldName,
  useFieldWords,
} from "@/components/vpn-connections/panel/field-words";
import { FieldTable } from "@/components/fields/field-table";
import {
  BGP_FIELDS,
  IKE_FIELDS,
  IPSEC_FIELDS,
  TUNNEL_FIELDS,
} from "@/components/vpn-connections/panel/tunnel-fields";
import { tunnelName } from "@/components/vpn-connections/status-badge";
import { fieldAnchor } from "@/lib/vpn/findings/field-anchors";
import type { VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Props = {
  connection: VpnConnection;
  /** Whether links may lead to a field: on a page with several connections they could not. */
  hasAnchors?: boolean;
};

/** Everything about one connection, in panels that fill the width there is. */
export function ConnectionPanel({ connection, hasAnchors = false }: Props) {
  const tConnections = useConnectionWords();
  const t = useTranslations("connections.panel");
  const { tunnels, healthCheck } = connection;
  const words = useFieldWords();
  const idOf = hasAnchors ? fieldAnchor : undefined;
  const ofTunnels = {
    words,
    idOf,
    subjects: tunnels,
    head: (tunnel: VpnTunnel, index: number) => tunnelName(tunnel, index + 1, tConnections),
  };
  return (
    <>
      <VerdictHint connection={connection} />
      <div className="columns-1 gap-4 lg:columns-2 2xl:columns-3">
        <FieldTable
          title={tunnels.length > 1 ? t("tunnels") : t("tunnelOne")}
          fields={TUNNEL_FIELDS}
          {...ofTunnels}
        />
        <FieldTable title={t("ike")} fields={IKE_FIELDS} {...ofTunnels} />
        <FieldTable title={t("ipsec")} fields={IPSEC_FIELDS} {...ofTunnels} />
        {tunnels.some((tunnel) => tunnel.bgpConfig !== null) && (
          <FieldTable title={t("bgp")} fields={BGP_FIELDS} {...ofTunnels} />
        )}
        <FieldTable
          title={t("connection")}
          fields={CONNECTION_FIELDS}
          words={words}
          idOf={idOf && ownAnchor}
          subjects={[connection]}
          head={() => null}
        />
        {healthCheck !== null && (
          <FieldTable
            title={t("healthCheck")}
            fields={HEALTH_CHECK_FIELDS}
            words={words}
            idOf={idOf}
            subjects={[healthCheck]}
            head={() => null}
          />
        )}
      </div>
    </>
  );
}

/** What a pair's connection has as well as its tunnels is theirs to be led to. */
function ownAnchor(name: ConnectionFieldName): string | undefined {
  const isOfTunnels = TUNNEL_FIELDS.some((field) => field.name === name);
  return isOfTunnels ? undefined : fieldAnchor(name, null);
}

/** What the verdict does not say by itself. */
function VerdictHint({ connection }: { connection: VpnConnection }) {
  const t = useTranslations("connections.panel");
  const hint = hintFor(connection);
  if (hint === null) return null;
  return (
    <p className="mb-4 flex gap-2 text-sm text-ink-soft">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(hint)}
    </p>
  );
}

function hintFor({ verdict, effectImmediately }: VpnConnection): "upHint" | "idleHint" | null {
  if (verdict === "up") return "upHint";
  return verdict === "down" && effectImmediately === false ? "idleHint" : null;
}
