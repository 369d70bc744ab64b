import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useGatewayColumnLabels } from "@/components/gateway-lists/gateway-column-chooser";
import { GetForm } from "@/components/list/get-form";
import { SearchField } from "@/components/list/search-field";
import { Unfolding } from "@/components/list/unfolding";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/fields";
import { columnsText } from "@/lib/vpn/columns";
import type { GatewayOf } from "@/lib/vpn/gateway-list";
import {
  GATEWAY_SORT_FIELDS,
  type GatewayPageParameters,
  NO_GATEWAY_PARAMETERS,
} from "@/lib/vpn/gateway-parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = { of: GatewayOf; regionId: string | null; parameters: GatewayPageParameters };

/** A form of native fields: it works without a script, and an empty field asks for nothing. */
export function GatewayFilterForm({ of, regionId, parameters }: Props) {
  const t = useTranslations("filterForm");
  const tLists = useTranslations("gatewayLists");
  const labelsOf = useGatewayColumnLabels();
  return (
    <GetForm
      role="search"
      aria-label={t("label")}
      action={pages.gateways(of, regionId)}
      order={Object.keys(NO_GATEWAY_PARAMETERS)}
      shows={pages.gateways(of, regionId, parameters)}
      className="flex min-w-0 grow gap-2 xl:max-w-88 xl:shrink print:hidden"
    >
      {/* What the form does not ask for stays as it is. */}
      {parameters.status.map((status) => (
        <input key={status} type="hidden" name="status" value={status} />
      ))}
      {parameters.tag.map((tag) => (
        <input key={tag} type="hidden" name="tag" value={tag} />
      ))}
      {parameters.pageSize !== NO_GATEWAY_PARAMETERS.pageSize && (
        <input type="hidden" name="pageSize" value={parameters.pageSize} />
      )}
      {parameters.columns && (
        <input type="hidden" name="columns" value={columnsText(parameters.columns)} />
      )}
      <SearchField
        label={tLists(`${of}.search`)}
        hint={tLists(`${of}.searchHint`)}
        value={parameters.q}
      />
      <Button type="submit" variant="primary">
        {t("submit")}
      </Button>
      <Unfolding label={t("more")} icon={SlidersHorizontal} isIconOnly>
        <div className="grid grid-cols-2 gap-3">
          {of === "vpnGateway" && (
            <TextField name="vpcId" label={tLists("vpc")} value={parameters.vpcId} />
          )}
          <TextField
            name="resourceGroupId"
            label={t("resourceGroupId")}
            value={parameters.resourceGroupId}
          />
          <TextField name="tag" label={t("tag")} placeholder={t("tagHint")} value={null} />
          <ChoiceField
            name="sort"
            label={t("sort")}
            value={parameters.sort}
            choices={[
              ["", tLists("worstFirst")],
              ...labelsOf(GATEWAY_SORT_FIELDS[of]).flatMap(
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
