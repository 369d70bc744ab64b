import { Search, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { GetForm } from "@/components/list/get-form";
import { pages } from "@/lib/vpn/hrefs";
import { NO_SUBNET_PARAMETERS, SUBNET_SCOPES, type SubnetParameters } from "@/lib/vpn/subnet-list";

type Props = { parameters: SubnetParameters; mistaken: string | null };

/** Native fields: an address to look up, and whose networks are shown. */
export function SubnetForm({ parameters, mistaken }: Props) {
  const t = useTranslations("subnets.form");
  const { q, overlap, pageSize } = parameters;
  return (
    <GetForm
      role="search"
      aria-label={t("label")}
      action={pages.subnets()}
      order={Object.keys(NO_SUBNET_PARAMETERS)}
      shows={pages.subnets(parameters)}
      className="mb-4 print:hidden"
    >
      {/* What the form does not ask for stays as it is. */}
      {overlap !== null && <input type="hidden" name="overlap" value={overlap} />}
      {pageSize !== NO_SUBNET_PARAMETERS.pageSize && (
        <input type="hidden" name="pageSize" value={pageSize} />
      )}
      <div className="flex max-w-xl items-end gap-2">
        <div className="min-w-0 flex-1">
          <TextField name="q" label={t("q")} value={mistaken ?? q} placeholder="10.3.7.9" />
        </div>
        <Button type="submit" variant="primary">
          <Search aria-hidden className="size-4" />
          {t("lookUp")}
        </Button>
      </div>
      <details className="mt-1">
        <summary className="inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-md px-1 text-sm text-ink-soft hover:text-ink">
          <SlidersHorizontal aria-hidden className="size-4" />
          {t("more")}
        </summary>
        <div className="mt-1 grid gap-3 rounded-lg border border-line bg-surface p-4 sm:grid-cols-3">
          {SUBNET_SCOPES.map((name) => (
            <TextField key={name} name={name} label={t(name)} value={parameters[name]} />
          ))}
        </div>
      </details>
    </GetForm>
  );
}
