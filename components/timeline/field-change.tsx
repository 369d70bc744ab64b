import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Lifetime, NotReported, YesNo } from "@/components/fields/values";
import { CONFIG_LABELS, withinWords } from "@/components/timeline/config-labels";
import type { FieldChange } from "@/lib/vpn/events";
import { listChange } from "@/lib/vpn/list-change";

/** One setting, before and after. */
export function FieldChangeText({ change }: { change: FieldChange }) {
  return (
    <>
      <span className="text-ink-soft">{useFieldLabel(change.field)}</span> <Step {...change} />
    </>
  );
}

function useFieldLabel(field: string): string {
  const t = useTranslations("history.field");
  const fields = useTranslations("connections.fields");
  const known = CONFIG_LABELS[field];
  if (known === undefined) return field === "name" || field === "role" ? t(field) : field;
  const label = fields(`${known.name}.label`);
  if (known.of === undefined) return label;
  return t("of", { group: t(known.of), label: withinWords(label) });
}

function Step({ field, before, after }: FieldChange) {
  const t = useTranslations("history");
  // Of a secret nothing is known but this.
  if (before === null && after === "changed") return t("secretChanged");
  if (CONFIG_LABELS[field]?.as === "list") {
    const { added, removed } = listChange(before ?? "", after ?? "");
    return (
      <>
        {added.length > 0 && <Items word={t("added")} items={added} />}
        {removed.length > 0 && <Items word={t("removed")} items={removed} />}
      </>
    );
  }
  return (
    <>
      <Value field={field} value={before} />{" "}
      <ArrowRight aria-hidden className="inline size-3.5 text-ink-soft" />
      <span className="sr-only">{t("becomes")}</span> <Value field={field} value={after} />
    </>
  );
}

function Items({ word, items }: { word: string; items: string[] }) {
  return (
    <span className="block pl-4">
      {word}{" "}
      {items.map((item) => (
        <span key={item} className="data mr-3 inline-block">
          {item}
        </span>
      ))}
    </span>
  );
}

function Value({ field, value }: { field: string; value: string | null }) {
  if (value === null || value === "") return <NotReported />;
  const as = CONFIG_LABELS[field]?.as;
  if (as === "seconds" && /^\d+$/.test(value)) return <Lifetime seconds={Number(value)} />;
  if (as === "yesNo" && /^(true|false)$/.test(value)) return <YesNo value={value === "true"} />;
  return <span className="data">{value}</span>;
}
