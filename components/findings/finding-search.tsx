import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RegionNames } from "@/components/findings/region-names";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/fields";
import { GetForm } from "@/components/list/get-form";
import { SearchField } from "@/components/list/search-field";
import { type FindingPageParameters, NO_FINDING_PARAMETERS } from "@/lib/vpn/findings/parameters";
import { pages } from "@/lib/vpn/hrefs";

type Props = { parameters: FindingPageParameters; regionNames: RegionNames };

/** A form of native fields: it works without a script, and an empty field asks for nothing. */
export function FindingSearch({ parameters, regionNames }: Props) {
  const t = useTranslations("findings.search");
  const { q, regionId } = parameters;
  const names = regionNames.has(regionId ?? "") || regionId === null ? [] : [regionId];
  const regions = [
    ...[...regionNames].map(([id, name]): [string, string] => [id, `${name} (${id})`]),
    ...names.map((id): [string, string] => [id, id]),
  ];
  return (
    <GetForm
      role="search"
      aria-label={t("label")}
      action={pages.findings()}
      order={Object.keys(NO_FINDING_PARAMETERS)}
      shows={pages.findings(parameters)}
      className="mb-4 print:hidden"
    >
      {/* What the form does not ask for stays as it is. */}
      {keptOf(parameters).map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex gap-2">
        <div className="flex min-w-0 flex-1 md:max-w-xl">
          <SearchField label={t("label")} hint={t("hint")} value={q} />
        </div>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </div>
      <details className="mt-2">
        <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md px-1 text-sm text-ink-soft hover:text-ink">
          <SlidersHorizontal aria-hidden className="size-4" />
          {t("more")}
        </summary>
        <div className="mt-1 grid grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 max-sm:grid-cols-1 lg:grid-cols-4">
          <ChoiceField
            name="regionId"
            label={t("regionId")}
            value={regionId}
            choices={[["", t("any")], ...regions]}
          />
          {(["vpnConnectionId", "vpnGatewayId", "customerGatewayId"] as const).map((name) => (
            <TextField key={name} name={name} label={t(name)} value={parameters[name]} />
          ))}
          <div className="flex items-end">
            <Button type="submit" variant="quiet">
              {t("apply")}
            </Button>
          </div>
        </div>
      </details>
    </GetForm>
  );
}

function keptOf({ rule, severity, by, pageSize }: FindingPageParameters): [string, string][] {
  const rest = { pageSize: String(pageSize), by };
  return [
    ...rule.map((one): [string, string] => ["rule", one]),
    ...severity.map((one): [string, string] => ["severity", one]),
    ...Object.entries(rest).filter(
      ([name, value]) => value !== String({ ...NO_FINDING_PARAMETERS }[name]),
    ),
  ];
}
