"use client";

import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRegions } from "@/components/layout/use-regions";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/fields";
import { TimeField } from "@/components/ui/time-field";
import { GetForm } from "@/components/list/get-form";
import { NO_EVENT_PARAMETERS } from "@/lib/vpn/event-parameters";
import type { EventParameters } from "@/lib/vpn/events";
import { pages } from "@/lib/vpn/hrefs";

/** A form of native fields: it works without a script, and an empty field asks for nothing. */
export function EventFilterForm({ parameters }: { parameters: EventParameters }) {
  const t = useTranslations("events.form");
  const { kind, pageSize, regionId, since, until } = parameters;
  return (
    <GetForm
      role="search"
      aria-label={t("label")}
      action={pages.events()}
      order={Object.keys(NO_EVENT_PARAMETERS)}
      shows={pages.events(parameters)}
      className="mb-4 print:hidden"
    >
      {/* What the form does not ask for stays as it is. */}
      {kind.map((one) => (
        <input key={one} type="hidden" name="kind" value={one} />
      ))}
      {pageSize !== NO_EVENT_PARAMETERS.pageSize && (
        <input type="hidden" name="pageSize" value={pageSize} />
      )}
      <details>
        <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md px-1 text-sm text-ink-soft hover:text-ink">
          <SlidersHorizontal aria-hidden className="size-4" />
          {t("more")}
        </summary>
        <div className="mt-1 grid grid-cols-2 gap-3 rounded-lg border border-line bg-surface p-4 max-sm:grid-cols-1 lg:grid-cols-4">
          <RegionField regionId={regionId} />
          {(["vpnConnectionId", "vpnGatewayId", "customerGatewayId"] as const).map((name) => (
            <TextField key={name} name={name} label={t(name)} value={parameters[name]} />
          ))}
          <TimeField name="since" label={t("since")} labelInUtc={t("sinceUtc")} value={since} />
          <TimeField name="until" label={t("until")} labelInUtc={t("untilUtc")} value={until} />
          <div className="flex items-end">
            <Button type="submit" variant="primary">
              {t("apply")}
            </Button>
          </div>
        </div>
      </details>
    </GetForm>
  );
}

/** By its name where the regions are known; history knows its own without the API. */
function RegionField({ regionId }: { regionId: string | null }) {
  const t = useTranslations("events.form");
  const regions = useRegions();
  if (regions === null) {
    return <TextField name="regionId" label={t("regionId")} value={regionId} />;
  }
  const known = regions.map((region): [string, string] => [
    region.regionId,
    `${region.localName} (${region.regionId})`,
  ]);
  const isKnown = regionId === null || regions.some((region) => region.regionId === regionId);
  const choices: [string, string][] = isKnown ? known : [...known, [regionId, regionId]];
  return (
    <ChoiceField
      name="regionId"
      label={t("regionId")}
      value={regionId}
      choices={[["", t("any")], ...choices]}
    />
  );
}
