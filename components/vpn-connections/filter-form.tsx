import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { SearchField } from "@/components/list/search-field";
import { Unfolding } from "@/components/list/unfolding";
import { Button } from "@/components/ui/button";
import { GetForm } from "@/components/list/get-form";
import { ChoiceField, TextField } from "@/components/ui/fields";
import { useColumnLabels } from "@/components/vpn-connections/connection-column-chooser";
import { columnsText } from "@/lib/vpn/columns";
import { CONNECTION_COLUMNS, type ConnectionColumn } from "@/lib/vpn/connection-columns";
import { type Facets, suggestionsOf } from "@/lib/vpn/facets";
import { pages } from "@/lib/vpn/hrefs";
import {
  type ListLinkParameters,
  type ListParameters,
  NO_PARAMETERS,
} from "@/lib/vpn/list-parameters";

type Props = {
  /** Null over all regions. */
  regionId: string | null;
  parameters: ListLinkParameters;
  /** What the region is known to have, as suggestions; null where it has not been read. */
  facets: Facets | null;
  /** Those of the table, by which it can be sorted. */
  columns: ConnectionColumn[];
};

/** A form of native fields: it works without a script, and an empty field asks for nothing. */
export function FilterForm({ regionId, parameters, facets, columns }: Props) {
  const labelsOf = useColumnLabels();
  const t = useTranslations("filterForm");
  return (
    <GetForm
      role="search"
      aria-label={t("label")}
      action={pages.vpnConnections(regionId)}
      order={Object.keys(NO_PARAMETERS)}
      shows={pages.vpnConnections(regionId, parameters)}
      className="flex min-w-0 grow gap-2 xl:max-w-88 xl:shrink print:hidden"
    >
      {/* What the form does not ask for stays as it is. */}
      {parameters.status.map((status) => (
        <input key={status} type="hidden" name="status" value={status} />
      ))}
      {parameters.tag.map((tag) => (
        <input key={tag} type="hidden" name="tag" value={tag} />
      ))}
      {parameters.pageSize !== NO_PARAMETERS.pageSize && (
        <input type="hidden" name="pageSize" value={parameters.pageSize} />
      )}
      {parameters.columns && (
        <input type="hidden" name="columns" value={columnsText(parameters.columns)} />
      )}
      {parameters.vpnConnectionId !== null && (
        <input type="hidden" name="vpnConnectionId" value={parameters.vpnConnectionId} />
      )}
      <SearchField label={t("search")} hint={t("searchHint")} value={parameters.q} />
      <Button type="submit" variant="primary">
        {t("submit")}
      </Button>
      <Unfolding label={t("more")} icon={SlidersHorizontal} isIconOnly>
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <TextField
            name="vpnGatewayId"
            label={t("vpnGatewayId")}
            value={parameters.vpnGatewayId}
            suggestions={suggestionsOf(facets?.vpnGatewayIds)}
          />
          <TextField
            name="customerGatewayId"
            label={t("customerGatewayId")}
            value={parameters.customerGatewayId}
            suggestions={suggestionsOf(facets?.customerGatewayIds)}
          />
          <TextField
            name="resourceGroupId"
            label={t("resourceGroupId")}
            value={parameters.resourceGroupId}
            suggestions={suggestionsOf(facets?.resourceGroupIds)}
          />
          <TextField
            name="tag"
            label={t("tag")}
            placeholder={t("tagHint")}
            value={null}
            suggestions={suggestionsOf(facets?.tags)}
          />
          <ChoiceField
            name="tunnelMode"
            label={t("tunnelMode")}
            value={parameters.tunnelMode}
            choices={[
              ["", t("any")],
              ["single", t("single")],
              ["dual", t("dual")],
            ]}
          />
          <ChoiceField
            name="ikeVersion"
            label={t("ikeVersion")}
            value={parameters.ikeVersion}
            choices={[["", t("any")], ...ikeVersions(parameters, facets)]}
          />
          <ChoiceField
            name="sort"
            label={t("sort")}
            value={parameters.sort}
            choices={[
              ["", t("apiOrder")],
              ...labelsOf(sortFields(columns, parameters)).flatMap(
                ({ name, label }): [string, string][] => [
                  [name, t("ascending", { field: label })],
                  [`-${name}`, t("descending", { field: label })],
                ],
              ),
            ]}
          />
          <div className="flex items-end">
            <Button type="submit" variant="quiet">
              {t("apply")}
            </Button>
          </div>
        </div>
      </Unfolding>
    </GetForm>
  );
}

/** What the table shows, what it is sorted by, and the age of a connection, which few need as a column. */
function sortFields(columns: ConnectionColumn[], { sort }: ListParameters): ConnectionColumn[] {
  return CONNECTION_COLUMNS.filter(
    (name) =>
      name === "createTime" || columns.includes(name) || sort === name || sort === `-${name}`,
  );
}

function ikeVersions({ ikeVersion }: ListParameters, facets: Facets | null): [string, string][] {
  const known = ["ikev1", "ikev2", ...(facets?.ikeVersions ?? [])];
  const all = ikeVersion === null ? known : [...known, ikeVersion];
  return [...new Set(all)].map((version) => [version, version]);
}
