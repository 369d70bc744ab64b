import { Columns2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { TextField } from "@/components/ui/fields";
import { GetForm } from "@/components/list/get-form";
import { type ComparedWith, NOT_COMPARED } from "@/lib/vpn/compared-with";
import { pages } from "@/lib/vpn/hrefs";

type Props = { regionId: string; id: string; compared: ComparedWith; suggestions: string[] };

/** Takes the name or id of another connection, in whichever region that is. */
export function CompareForm({ regionId, id, compared, suggestions }: Props) {
  const t = useTranslations("compare.form");
  return (
    <GetForm
      aria-label={t("label")}
      action={pages.compare(regionId, id)}
      order={Object.keys(NOT_COMPARED)}
      shows={pages.compare(regionId, id, compared)}
      className="mb-6 flex flex-wrap items-end gap-2 print:hidden"
    >
      <div className="w-full max-w-sm">
        <TextField
          name="with"
          label={t("with")}
          value={compared.with}
          placeholder="vco-…"
          suggestions={suggestions}
        />
      </div>
      <Button type="submit" variant="primary">
        <Columns2 aria-hidden className="size-4" />
        {t("compare")}
      </Button>
      {compared.with !== null && (
        <a href={pages.compare(regionId, id)} className={buttonClass("quiet")}>
          {t("tunnels")}
        </a>
      )}
    </GetForm>
  );
}
