import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { abandoned } from "@/scripts/bench/abandoned";
import { ROOT } from "@/scripts/bench/app";
import { withCleanup } from "@/scripts/bench/cleanup";
import { downloads } from "@/scripts/bench/downloads";
import { findingFigures } from "@/scripts/bench/findings";
import { functions } from "@/scripts/bench/functions";
import { historyFigures } from "@/scripts/bench/history";
import { listSpeed } from "@/scripts/bench/list-speed";
import { provenance } from "@/scripts/bench/machine";
import { memory } from "@/scripts/bench/memory";
import { pages } from "@/scripts/bench/pages";
import { overview } from "@/scripts/bench/overview";
import { type Section, toMarkdown, toText } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { refreshing } from "@/scripts/bench/refreshing";
import { viewers } from "@/scripts/bench/viewers";

/** The figures, by the name that runs them alone; in the order they are reported. */
const PARTS: Record<string, (settings: Settings) => Promise<Section>> = {
  overview,
  list: listSpeed,
  functions,
  findings: findingFigures,
  pages,
  abandoned,
  downloads,
  viewers,
  refreshing,
  history: historyFigures,
  memory,
};

export const PART_NAMES = Object.keys(PARTS);

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\`; do not edit. Every figure is the median of the runs beside it, with the
smallest and the largest of them. A budget is what the project has set itself; "no" is a budget missed.`;

/** Runs the named parts, or all; a full run that is not a quick one is written to the file. */
export async function bench(names: string[], settings: Settings, file: string): Promise<void> {
  await withCleanup(async () => {
    const now = new Date();
    const sections: Section[] = [];
    for (const [name, part] of Object.entries(PARTS)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.log(`\n${name} …`);
      const section = await part(settings);
      console.log(toText(section));
      sections.push(section);
    }
    if (names.length > 0 || settings.quick) return;
    const text = [INTRODUCTION, provenance(now), ...sections.map(toMarkdown)].join("\n\n");
    writeFileSync(join(ROOT, file), `${text}\n`);
    console.log(`\nWritten to ${file}`);
  });
}
