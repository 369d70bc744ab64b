import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/i18n/messages";

/** On every page. */
const OF_FRAME = ["copy", "crashed", "navigation", "regions", "states"] as const;
/** On pages with a list of connections, and on those with a drawing. */
export const OF_LIST = ["connections", "values"] as const;
export const OF_GATEWAY_LIST = [...OF_LIST, "gatewayLists"] as const;
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
  "connections.gaps",
  "connections.list",
  "connections.table",
  "allRegions",
] as const;
export const OF_WALL = [...OF_SUMMARIES, "wall"] as const;
export const OF_EVENTS = [
  "connections",
  "connections.fields",
  "events",
  "findings",
  "values",
] as const;
export const OF_DRAWING = [...OF_LIST, "drawing", "overview"] as const;

const NONE = [] as const;

/** A part of the words, or a part of that. */
type Part = {
  [Name in keyof Messages]: Name | `${Name}.${keyof Messages[Name] & string}`;
}[keyof Messages];

type Props = { of?: readonly Part[]; children: ReactNode };

type Words = Record<string, unknown>;

/** The words of what the browser draws; those that only the server says stay there. */
export async function BrowserWords({ of: more = NONE, children }: Props) {
  const messages = await getMessages();
  const { fields, ...connections } = messages.connections;
  const all: Record<string, Words> = { ...messages, connections, findings: titlesOf(messages) };
  const sent: Record<string, Words> = {};
  for (const part of [...OF_FRAME, ...more]) {
    const [name = "", inner] = part.split(".");
    const words = part === "connections.fields" ? { fields: labelsOf(fields) } : (all[name] ?? {});
    sent[name] = inner === undefined ? words : { ...sent[name], [inner]: words[inner] };
  }
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

/** What each field means comes with the panels (panel/field-words.ts). */
function labelsOf(fields: Messages["connections"]["fields"]): Words {
  return Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, { label }]));
}
