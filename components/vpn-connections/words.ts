import type { useTranslations } from "next-intl";

/** The words of connections. A table looks for them once and hands them to its rows. */
export type ConnectionWords = ReturnType<typeof useTranslations<"connections">>;
