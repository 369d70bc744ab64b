import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { Lifetime, NotReported, YesNo } from "@/components/fields/values";
import { eventFieldOf, isInSeconds } from "@/lib/vpn/event-fields";
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

/** In the words of the panels, with what the field is a part of: `IKE lifetime`. */
function useFieldLabel(path: string): string {
  const t = useTranslations("history.field");
  const tChange = useTranslations("events.change");
  const tFields = useTranslations("connections.fields");
  const known = eventFieldOf(path);
  if (known === null) return path;
  const { group, word } = known;
  const label = "panel" in word ? tFields(`${word.panel}.label`) : tChange(word.own);
  if (group === null || label.includes(t(group))) return label;
  return t("of", { group: t(group), label: withinWords(label) });
}

/** `Lifetime` becomes `lifetime` after another word, `DH group` stays. */
function withinWords(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
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
  if (isInSeconds(field) && /^\d+$/.test(value)) return <Lifetime seconds={Number(value)} />;
  if (value === "true" || value === "false") return <YesNo value={value === "true"} />;
  return <span className="data">{value}</span>;
}
