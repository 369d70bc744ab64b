import { useTranslations } from "next-intl";
import { useMemo } from "react";

type Translator = ReturnType<typeof useTranslations<"connections">>;
type Key = Parameters<Translator>[0];
type Values = Record<string, string | number>;

/** The words of connections, each formatted once: the rows of a table say the same ones over and over. */
export type ConnectionWords = (key: Key, values?: Values) => string;

export function useConnectionWords(): ConnectionWords {
  const t = useTranslations("connections");
  return useMemo(() => remembering(t), [t]);
}

function remembering(t: Translator): ConnectionWords {
  const said = new Map<string, string>();
  return (key, values) => {
    const question = values === undefined ? key : [key, ...Object.values(values)].join("\n");
    const known = said.get(question);
    if (known !== undefined) return known;
    const words = t(key, values);
    said.set(question, words);
    return words;
  };
}
