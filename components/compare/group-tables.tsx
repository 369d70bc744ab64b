import { useTranslations } from "next-intl";
import { ALL_TUNNEL_GROUPS, CONNECTION_GROUP } from "@/components/compare/groups";
import { FieldTable } from "@/components/fields/field-table";
import { HEALTH_CHECK_FIELDS } from "@/components/vpn-connections/panel/connection-fields";
import type { ConnectionFieldName } from "@/components/vpn-connections/panel/field-words";
import { tunnelName } from "@/components/vpn-connections/status-badge";
import { useConnectionWords } from "@/components/vpn-connections/words";
import { type Difference, tunnelPairs } from "@/lib/vpn/comparison";
import type { HealthCheck, VpnConnection, VpnTunnel } from "@/lib/vpn/types";

type Props = { connection: VpnConnection; other: VpnConnection | null; differences: Difference[] };

/** The panels of a connection with two columns, and no other rows than these. */
export function GroupTables({ connection, other, differences }: Props) {
  const t = useTranslations("connections.panel");
  const tFields = useTranslations("connections.fields");
  const tCompare = useTranslations("compare");
  const words = useConnectionWords();
  const fieldWords = (name: ConnectionFieldName) => ({
    label: tFields(`${name}.label`),
    explain: tFields(`${name}.explain`),
  });
  const has = (group: Difference["group"], tunnel: number | null) => {
    const here = differences.filter((one) => one.group === group && one.tunnel === tunnel);
    const fields = new Set(here.map(({ field }) => field));
    return ({ name }: { name: string }) => fields.has(name);
  };
  const connections = other === null ? [] : [connection, other];
  const ofTunnels = (pair: VpnTunnel[], number: number | null) =>
    ALL_TUNNEL_GROUPS.map(({ group, fields }) => {
      const title = t(group === "tunnel" ? "tunnelOne" : group);
      return (
        <Shown
          key={`${group} ${number ?? ""}`}
          title={number === null ? title : tCompare("ofTunnel", { number, title })}
          subjects={pair}
          head={(tunnel: VpnTunnel, index: number) => {
            const its = connections[index];
            return its === undefined ? tunnelName(tunnel, index + 1, words) : nameOf(its);
          }}
          fields={fields.filter(has(group, number))}
          words={fieldWords}
        />
      );
    });
  return (
    <div className="columns-1 gap-4 lg:columns-2 print:columns-1">
      {other === null ? (
        ofTunnels(connection.tunnels.slice(0, 2), null)
      ) : (
        <>
          <Shown
            title={t("connection")}
            subjects={connections}
            head={nameOf}
            fields={CONNECTION_GROUP.filter(has("connection", null))}
            words={(name) =>
              name === "tunnelMode"
                ? { label: tCompare("tunnelMode.label"), explain: tCompare("tunnelMode.explain") }
                : fieldWords(name)
            }
          />
          <Shown
            title={t("healthCheck")}
            subjects={connections.map(({ healthCheck }) => healthCheck ?? NO_CHECK)}
            head={(_check: HealthCheck, index: number) => {
              const its = connections[index];
              return its === undefined ? null : nameOf(its);
            }}
            fields={HEALTH_CHECK_FIELDS.filter(has("healthCheck", null))}
            words={fieldWords}
          />
          {tunnelPairs(connection, other).map((pair, index) => ofTunnels(pair, index + 1))}
        </>
      )}
    </div>
  );
}

const nameOf = ({ name, vpnConnectionId }: VpnConnection) => (
  <bdi className="wrap-anywhere">{name || vpnConnectionId}</bdi>
);

/** Not at all where no row is left. */
const Shown: typeof FieldTable = (props) => (
  <>{props.fields.length > 0 && <FieldTable {...props} />}</>
);

const NO_CHECK: HealthCheck = {
  enable: null,
  status: null,
  dip: null,
  sip: null,
  interval: null,
  retry: null,
  policy: null,
  oddValues: [],
};
