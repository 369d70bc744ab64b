import { useTranslations } from "next-intl";
import { ColumnChooser } from "@/components/list/column-chooser";
import {
  CONNECTION_COLUMNS,
  type ConnectionColumn,
  defaultColumns,
} from "@/lib/vpn/connection-columns";
import { pages } from "@/lib/vpn/hrefs";
import type { ListLinkParameters } from "@/lib/vpn/list-parameters";
import type { ListScope } from "@/lib/vpn/list-scope";

type Props = { scope: ListScope; parameters: ListLinkParameters; columns: ConnectionColumn[] };

/** What the columns of a list of connections are called. */
export function useColumnLabels() {
  const t = useTranslations("columns.names");
  return (columns: readonly ConnectionColumn[]) =>
    columns.map((name) => ({ name, label: t(name) }));
}

export function ConnectionColumnChooser({ scope, parameters, columns }: Props) {
  const labelsOf = useColumnLabels();
  const [path = "", query = ""] = pages.list(scope, { ...parameters, columns: null }).split("?");
  return (
    <ColumnChooser
      columns={labelsOf(CONNECTION_COLUMNS).map(({ name, label }) => ({
        name,
        label,
        isShown: columns.includes(name),
        isFixed: name === "name",
      }))}
      path={path}
      parameters={[...new URLSearchParams(query)]}
      defaultHref={pages.list(scope, { ...parameters, columns: [...defaultColumns(scope.of)] })}
    />
  );
}
