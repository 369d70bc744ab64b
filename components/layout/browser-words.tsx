import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "@/lib/i18n/messages/en.json";

/** On every page. */
const OF_FRAME = ["copy", "crashed", "navigation", "regions", "states"] as const;
/** On pages with a list of connections, and on those with a drawing. */
export const OF_LIST = ["connections", "values"] as const;
export const OF_GATEWAY_LIST = [...OF_LIST, "gatewayLists"] as const;
/** Of fields their names alone: what each means is half of all words. */
const OF_CHANGES = [
  "connections.verdict",
  "connections.fields",
  "connections.panel",
  "events.kind",
  "events.numbered",
  "events.row",
  "events.lasted",
  "events.noData",
  "events.dataBack",
  "events.reason",
  "events.change",
  "events.notRecording",
  "events.latest",
] as const;
/** How a connection is, in few words. */
const OF_SUMMARIES = [
  "connections.verdict",
  "connections.condition",
  "connections.reason",
  "connections.tunnel",
  "connections.since",
  "values",
] as const;
export const OF_OVERVIEW = [
  ...OF_CHANGES,
  ...OF_SUMMARIES,
  "connections.list",
  "connections.table",
  "allRegions",
] as const;
export const OF_WALL = [...OF_SUMMARIES, "wall"] as const;
export const OF_EVENTS = ["connections", "events", "findings", "values"] as const;
export const OF_DRAWING = [...OF_LIST, "drawing", "overview"] as const;

const NONE = [] as const;

type Messages = typeof messages;

/** A part of the words, or a part of that. */
type Part = {
  [Name in keyof Messages]: Name | `${Name}.${keyof Messages[Name] & string}`;
}[keyof Messages];

type Props = { of?: readonly Part[]; children: ReactNode };

type Words = Record<string, unknown>;

/** The words of what the browser draws; those that only the server says stay there. */
export async function BrowserWords({ of: more = NONE, children }: Props) {
  const messages = await getMessages();
  const all: Record<string, Words> = { ...messages, findings: titlesOf(messages) };
  const sent: Record<string, Words> = {};
  for (const part of [...OF_FRAME, ...more]) {
    const [name = "", inner] = part.split(".");
    const words = all[name] ?? {};
    sent[name] = inner === undefined ? words : { ...sent[name], [inner]: words[inner] };
  }
  const fields = more.some((part) => part === "connections.fields")
    ? labelsOf(messages)
    : undefined;
  if (fields !== undefined) sent.connections = { ...sent.connections, fields };
  return (
    <NextIntlClientProvider messages={Object.fromEntries(Object.entries(sent))}>
      {children}
    </NextIntlClientProvider>
  );
}

/** Events name findings by their titles; all else that is said of them only the server says. */
function titlesOf({ findings }: Messages) {
  const rules = Object.entries(findings.rules).map(([rule, { title }]) => [rule, { title }]);
  return { rules: Object.fromEntries(rules) };
}

function labelsOf({ connections }: Messages): Words {
  const labels = Object.entries(connections.fields).map(([field, { label }]) => [field, { label }]);
  return Object.fromEntries(labels);
}
