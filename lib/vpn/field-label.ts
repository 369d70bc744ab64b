import { type EventField, eventFieldOf } from "@/lib/vpn/event-fields";

type Word = EventField["word"];
type PanelField = Extract<Word, { panel: unknown }>["panel"];
type OwnField = Extract<Word, { own: unknown }>["own"];

/** Where the words of a language are. */
export type FieldWords = {
  panel: (field: PanelField) => string;
  own: (field: OwnField) => string;
  group: (group: NonNullable<EventField["group"]>) => string;
  of: (parts: { group: string; label: string }) => string;
};

/** A field by its path in one phrase, with what it is a part of: `IKE lifetime`. Of another version: the path. */
export function fieldLabel(path: string, words: FieldWords): string {
  const known = eventFieldOf(path);
  if (known === null) return path;
  const { word } = known;
  const label = "panel" in word ? words.panel(word.panel) : words.own(word.own);
  const group = known.group === null ? null : words.group(known.group);
  if (group === null || label.includes(group)) return label;
  return words.of({ group, label: withinWords(label) });
}

/** `Lifetime` becomes `lifetime` after another word, `DH group` stays. */
function withinWords(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
