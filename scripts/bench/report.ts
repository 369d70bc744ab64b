import { median, type Samples, shown, spread } from "@/scripts/bench/numbers";

export type Table = { head: string[]; rows: string[][] };

/** What one part of the benchmarks has to say. */
export type Section = { title: string; notes: string[]; tables: Table[] };

export type Budget = { text: string; isMet: boolean };

export type Figure = {
  what: string;
  unit: string;
  /** One of each run. */
  samples: Samples;
  budget?: Budget;
};

const FIGURE_HEAD = ["what", "median", "min–max", "runs", "budget", "met"];

export function figureTable(figures: Figure[]): Table {
  return { head: FIGURE_HEAD, rows: figures.map(figureRow) };
}

function figureRow({ what, unit, samples, budget }: Figure): string[] {
  const value = `${shown(median(samples))} ${unit}`.trim();
  return [what, value, spread(samples), String(samples.length), ...budgetCells(budget)];
}

export function budgetCells(budget: Budget | undefined): string[] {
  return budget === undefined ? ["–", "–"] : [budget.text, budget.isMet ? "yes" : "**no**"];
}

export function atMost(samples: Samples, most: number, text: string): Budget {
  return { text: `≤ ${text}`, isMet: median(samples) <= most };
}

export function atLeast(samples: Samples, least: number, text: string): Budget {
  return { text: `≥ ${text}`, isMet: median(samples) >= least };
}

export function toMarkdown({ title, notes, tables }: Section): string {
  const blocks = tables.map(tableToMarkdown);
  return [`## ${title}`, ...blocks, ...notes].join("\n\n");
}

function tableToMarkdown({ head, rows }: Table): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

/** For a terminal: columns as wide as they need. */
export function toText({ title, notes, tables }: Section): string {
  return ["", `── ${title}`, ...tables.map(tableToText), ...notes].join("\n");
}

function tableToText({ head, rows }: Table): string {
  const lines = [head, ...rows].map((cells) => cells.map((cell) => cell.replaceAll("*", "")));
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? "").length)),
  );
  return lines
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .join("\n");
}
