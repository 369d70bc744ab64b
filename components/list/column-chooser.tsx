import { Columns3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChoosableColumn, ColumnBoxes } from "@/components/list/column-boxes";
import { GetForm } from "@/components/list/get-form";
import { Unfolding } from "@/components/list/unfolding";
import { Button, buttonClass } from "@/components/ui/button";

type Props = {
  /** All there are, in the order of the table. */
  columns: readonly ChoosableColumn[];
  /** The page's path, and what else its address asks for. */
  path: string;
  parameters: readonly (readonly [string, string])[];
  /** The address of the columns that stand without a choice. */
  defaultHref: string;
};

/** Which columns a list has: a form of native fields, whose answer is in the address. */
export function ColumnChooser({ columns, path, parameters, defaultHref }: Props) {
  const t = useTranslations("columns");
  const shown = columns.filter(({ isShown }) => isShown).map(({ name }) => name);
  return (
    <Unfolding label={t("choose")} icon={Columns3} isIconOnly>
      <GetForm
        action={path}
        order={[...new Set([...parameters.map(([name]) => name), "columns"])]}
        joined="columns"
        shows={`${path} ${shown.join(",")}`}
      >
        {parameters.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <fieldset>
          <legend className="mb-2 text-sm font-medium">{t("legend")}</legend>
          <div className="columns-2 gap-4 text-sm sm:columns-3">
            <ColumnBoxes columns={columns} />
          </div>
        </fieldset>
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary">
            {t("apply")}
          </Button>
          <a href={defaultHref} className={buttonClass("quiet")}>
            {t("reset")}
          </a>
        </div>
      </GetForm>
    </Unfolding>
  );
}
