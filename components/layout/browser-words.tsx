import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "@/lib/i18n/messages/en.json";

/** On every page. */
const OF_FRAME = ["copy", "crashed", "regions", "states"] as const;
/** On pages with a list of connections, and on those with a drawing. */
export const OF_LIST = ["connections", "values"] as const;
export const OF_GATEWAY_LIST = [...OF_LIST, "gatewayLists"] as const;
export const OF_OVERVIEW = ["connections", "events", "values", "allRegions"] as const;
export const OF_EVENTS = ["connections", "events", "findings", "values"] as const;
export const OF_DRAWING = [...OF_LIST, "drawing", "overview"] as const;

const NONE = [] as const;

type Props = { of?: readonly (keyof Messages)[]; children: ReactNode };

type Messages = typeof messages;

/** The words of what the browser draws; those that only the server says stay there. */
export async function BrowserWords({ of: more = NONE, children }: Props) {
  const messages = await getMessages();
  const sent = [...OF_FRAME, ...more].map((name) => [
    name,
    name === "findings" ? titlesOf(messages) : messages[name],
  ]);
  return (
    <NextIntlClientProvider messages={Object.fromEntries(sent)}>{children}</NextIntlClientProvider>
  );
}

/** Events name findings by their titles; all else that is said of them only the server says. */
function titlesOf({ findings }: Messages) {
  const rules = Object.entries(findings.rules).map(([rule, { title }]) => [rule, { title }]);
  return { rules: Object.fromEntries(rules) };
}
