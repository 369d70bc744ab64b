import "server-only";
import type { RawLogPage } from "@/lib/server/vpc-api/raw/connection-logs";
import { explainLine, severityOfLine } from "@/lib/vpn/logs/explain-line";
import { harmless } from "@/lib/vpn/logs/harmless-text";
import type { LineMeaning, LineSeverity } from "@/lib/vpn/logs/line-meanings";
import { type LogWindow, timeOfLine } from "@/lib/vpn/logs/line-time";

/** A line in nobody's language yet. */
export type ReadLine = {
  at: number | null;
  text: string;
  meaning: LineMeaning | null;
  severity: LineSeverity | null;
};

export function toLines(
  { lines }: RawLogPage,
  window: LogWindow,
  clean: (text: string) => string,
): ReadLine[] {
  return lines.filter((line) => line !== null).map((line) => toLine(line, window, clean));
}

function toLine(line: string, window: LogWindow, clean: (text: string) => string): ReadLine {
  const text = harmless(line);
  const meaning = explainLine(text);
  return {
    at: timeOfLine(text, window),
    text: clean(line),
    meaning,
    severity: severityOfLine(text, meaning),
  };
}
