import { chromium } from "playwright";
import type { App } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import { type Visit, visit } from "@/scripts/bench/page-vitals";
import { atMost, type Budget, type Figure, figureTable } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import type { Samples } from "@/scripts/bench/numbers";

const NAMES = ["list", "overview"] as const;
type Pages<Value> = Record<(typeof NAMES)[number], Value>;
type Visits = { fast: Visit[]; slow: Visit[] };

const MOST_SCRIPT_BYTES = 180_000;
const MOST_LIST_BYTES = 32_000;
const MOST_MS_TO_PANEL = 100;

/** What pages weigh, and how soon they are there in a real browser. */
export async function pageLoads(
  app: App,
  addresses: Pages<string>,
  { quick, browserPath }: Settings,
) {
  const browser = await chromium.launch({
    executablePath: browserPath,
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const close = atEnd(() => browser.close());
  const visits: Pages<Visits> = {
    list: { fast: [], slow: [] },
    overview: { fast: [], slow: [] },
  };
  // The first round warms the server up. Pages take turns, so that a slow moment hits all alike.
  for (let round = 0; round <= (quick ? 2 : 9); round += 1) {
    for (const name of NAMES) {
      const fast = await visit(browser, app.url + addresses[name], false);
      const slow = await visit(browser, app.url + addresses[name], true);
      if (round === 0) continue;
      visits[name].fast.push(fast);
      visits[name].slow.push(slow);
    }
  }
  const version = browser.version();
  await close();
  return {
    table: figureTable(NAMES.flatMap((name) => figuresOf(name, visits[name]))),
    note: `Chromium ${version}, headless, 1440 × 1000, empty cache at each load, server warm, on the same machine. JavaScript is the sum of the gzip bodies up to network idle. LCP and CLS: largest contentful paint, and the sum of all layout shifts. A panel is opened with the mouse; the time runs from the click to the frame that shows it.`,
  };
}

function figuresOf(name: keyof Pages<unknown>, { fast, slow }: Visits): Figure[] {
  const scripts = fast.map((one) => one.scripts);
  const gzip = fast.map((one) => one.htmlGzip);
  return [
    {
      what: `${name}: JavaScript, gzip`,
      unit: "bytes",
      samples: scripts,
      budget: atMost(scripts, MOST_SCRIPT_BYTES, "180,000 bytes"),
    },
    { what: `${name}: HTML`, unit: "bytes", samples: fast.map((one) => one.html) },
    {
      what: `${name}: HTML, gzip`,
      unit: "bytes",
      samples: gzip,
      ...(name === "list" && { budget: atMost(gzip, MOST_LIST_BYTES, "32,000 bytes") }),
    },
    ...timesOf(name, "", fast, () => undefined),
    ...timesOf(name, ", processor 4 × slower", slow, (samples) =>
      atMost(samples, MOST_MS_TO_PANEL, `${MOST_MS_TO_PANEL} ms`),
    ),
  ];
}

function timesOf(
  name: string,
  how: string,
  visits: Visit[],
  budgetOf: (opened: Samples) => Budget | undefined,
): Figure[] {
  const opened = visits.flatMap(({ open }) => (open === null ? [] : [open]));
  const figures: Figure[] = [
    { what: `${name}: LCP${how}`, unit: "ms", samples: visits.map(({ lcp }) => lcp) },
    { what: `${name}: CLS${how}`, unit: "", samples: visits.map(({ cls }) => cls) },
  ];
  if (opened.length > 0) {
    const budget = budgetOf(opened);
    figures.push({ what: `${name}: a panel opens${how}`, unit: "ms", samples: opened, budget });
  }
  return figures;
}
