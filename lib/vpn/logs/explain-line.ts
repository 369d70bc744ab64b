import { LINE_KEYWORDS } from "@/lib/vpn/logs/line-keywords";
import { LINE_MEANINGS, type LineMeaning, type LineSeverity } from "@/lib/vpn/logs/line-meanings";

type Keyword = { parts: string[]; length: number; meaning: LineMeaning };

const WORST_FIRST: LineSeverity[] = ["error", "warning", "info"];
const rankOf = ({ meaning }: Keyword) => WORST_FIRST.indexOf(LINE_MEANINGS[meaning]);

/** The first that fits is what the line is about: an error rather than its background, else the longest. */
const KEYWORDS: Keyword[] = LINE_KEYWORDS.map(([keyword, meaning]) => {
  const parts = comparable(keyword)
    .split("…")
    .map((part) => part.trim());
  return { parts, length: parts.join("").length, meaning };
}).toSorted((one, other) => rankOf(one) - rankOf(other) || other.length - one.length);

/** What a line of racoon or strongSwan says; null where no keyword fits. */
export function explainLine(text: string): LineMeaning | null {
  const line = comparable(text);
  return KEYWORDS.find(({ parts }) => holdsInOrder(line, parts))?.meaning ?? null;
}

/** By what the line says, else by how the daemon has marked it; null for one of which nothing is known. */
export function severityOfLine(text: string, meaning: LineMeaning | null): LineSeverity | null {
  if (meaning !== null) return LINE_MEANINGS[meaning];
  if (/_ERR\]|\bERROR\b|\berror:|\bfailed\b/.test(text)) return "error";
  return /\bWARN(ING)?\b|\bwarning:/.test(text) ? "warning" : null;
}

function comparable(text: string): string {
  return text.toLowerCase().replaceAll("-", "_").replaceAll("’", "'").replaceAll(/,\s+/g, ",");
}

function holdsInOrder(line: string, parts: string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = line.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}
