import { useId } from "react";
import { Suggestions } from "@/components/ui/suggestions";

export const FIELD_BOX =
  "mt-1 min-h-9 w-full rounded-md border border-line-strong bg-surface px-3 py-1 text-sm placeholder:text-ink-soft";

const NONE: string[] = [];

type TextProps = {
  name: string;
  label: string;
  value: string | null;
  placeholder?: string;
  suggestions?: string[];
};

/** One line of text, with what is known to fit it. */
export function TextField({ name, label, value, placeholder, suggestions = NONE }: TextProps) {
  const listId = useId();
  return (
    <label className="block min-w-0 text-sm text-ink-soft">
      {label}
      <input
        name={name}
        defaultValue={value ?? ""}
        placeholder={placeholder}
        list={suggestions.length > 0 ? listId : undefined}
        autoComplete="off"
        spellCheck={false}
        className={`${FIELD_BOX} text-ink`}
      />
      {suggestions.length > 0 && <Suggestions id={listId} values={suggestions} />}
    </label>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | null;
  /** Value and words; the empty value asks for nothing. */
  choices: [string, string][];
};

export function ChoiceField({ name, label, value, choices }: ChoiceProps) {
  return (
    <label className="block min-w-0 text-sm text-ink-soft">
      {label}
      {/* Made anew with its value: a form's reset would bring back the choice of the first HTML. */}
      <select
        key={value}
        name={name}
        defaultValue={value ?? ""}
        className={`${FIELD_BOX} text-ink`}
      >
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
