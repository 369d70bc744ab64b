import { useTranslations } from "next-intl";
import { eventFieldOf } from "@/lib/vpn/event-fields";

/** A field by its path, in the words of the panels; what is not known keeps the name that the API gives it. */
export function FieldLabel({ path }: { path: string }) {
  const t = useTranslations("events.change");
  const tFields = useTranslations("connections.fields");
  const tPanel = useTranslations("connections.panel");
  const known = eventFieldOf(path);
  if (known === null) return <span className="data">{path}</span>;
  const { group, word } = known;
  const field = "panel" in word ? tFields(`${word.panel}.label`) : t(word.own);
  const groupName = group === null ? field : tPanel(group);
  return groupName === field ? field : t("field", { group: groupName, field });
}
