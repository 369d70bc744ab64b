import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldValue } from "@/components/fields/field-value";
import type { FieldChange } from "@/lib/vpn/events";
import { fieldLabel } from "@/lib/vpn/field-label";
import { listChange } from "@/lib/vpn/list-change";

/** One setting, before and after. */
export function FieldChangeText({ change }: { change: FieldChange }) {
  return (
    <>
      <span className="text-ink-soft">{useFieldLabel(change.field)}</span> <Step {...change} />
    </>
  );
}

function useFieldLabel(path: string): string {
  const t = useTranslations("history.field");
  const own = useTranslations("events.change");
  const tFields = useTranslations("connections.fields");
  return fieldLabel(path, {
    panel: (field) => tFields(`${field}.label`),
    own: (field) => own(field),
    group: (group) => t(group),
    of: (parts) => t("of", parts),
  });
}

/** Of these what has come and gone says more than the whole before and after. */
const LISTS = new Set(["localSubnets", "remoteSubnets", "tags"]);

function Step({ field, before, after }: FieldChange) {
  const t = useTranslations("history");
  const tChange = useTranslations("events.change");
  // Of a secret nothing is known but this.
  if (before === null && after === "changed") return tChange("changed");
  if (LISTS.has(field)) {
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
      <FieldValue field={field} value={before} />{" "}
      <ArrowRight aria-hidden className="inline size-3.5 text-ink-soft" />
      <span className="sr-only">{t("becomes")}</span> <FieldValue field={field} value={after} />
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
