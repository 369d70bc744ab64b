import { chromium } from "playwright";
import { startApp } from "@/scripts/bench/app";
import { atEnd } from "@/scripts/bench/cleanup";
import { type Visit, visit } from "@/scripts/bench/page-vitals";
import { atMost, type Figure, figureTable, type Section } from "@/scripts/bench/report";
import type { Settings } from "@/scripts/bench/settings";
import { ACCOUNT, startSimulatorProcess } from "@/scripts/bench/simulator";

const MOST_SCRIPT_BYTES = 180_000;
const SETTINGS = { TUNNELBOARD_CACHE_SECONDS: "3600", TUNNELBOARD_CALLS_PER_SECOND: "10000" };

const PAGES = [
  ["overview", "/"],
  ["list of 50 rows", "/regions/cn-hangzhou/vpn-connections?pageSize=50"],
] as const;

/** What the pages weigh, and how soon they are there in a real browser. */
export async function browserFigures({ quick, browserPath }: Settings): Promise<Section> {
  const simulator = await startSimulatorProcess(ACCOUNT);
  const app = await startApp(simulator, { env: SETTINGS });
  const browser = await chromium.launch({
    executablePath: browserPath,
    // Chromium's sandbox refuses to run as root.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const close = atEnd(() => browser.close());
  const visits = PAGES.map(() => ({ fast: new Array<Visit>(), slow: new Array<Visit>() }));
  // The first round warms the server up. Pages take turns, so that a slow moment hits all alike.
  for (let round = 0; round <= (quick ? 1 : 9); round += 1) {
    for (const [index, [, path]] of PAGES.entries()) {
      const fast = await visit(browser, app.url + path, false);
      const slow = await visit(browser, app.url + path, true);
      if (round === 0) continue;
      visits[index]?.fast.push(fast);
      visits[index]?.slow.push(slow);
    }
  }
  const version = browser.version();
  await close();
  await Promise.all([app.close(), simulator.close()]);
  const figures = PAGES.flatMap(([name], index) => {
    const { fast = [], slow = [] } = visits[index] ?? {};
    return figuresOf(name, fast, slow);
  });
  return {
    title: "Pages in a browser",
    tables: [figureTable(figures)],
    notes: [
      `Chromium ${version}, headless, 1440 × 1000, empty cache at each load, server warm, on the same machine. JavaScript is the sum of the gzip bodies up to network idle. LCP and CLS: largest contentful paint, and the sum of all layout shifts. A panel is opened with the mouse; the time runs from the click to the frame that shows it.`,
    ],
  };
}

function figuresOf(name: string, fast: Visit[], slow: Visit[]): Figure[] {
  const scripts = fast.map((one) => one.scripts);
  const budget = atMost(scripts, MOST_SCRIPT_BYTES, "180,000 bytes");
  const figures: Figure[] = [
    { what: `${name}: JavaScript, gzip`, unit: "bytes", samples: scripts, budget },
    { what: `${name}: HTML`, unit: "bytes", samples: fast.map((one) => one.html) },
    { what: `${name}: HTML, gzip`, unit: "bytes", samples: fast.map((one) => one.htmlGzip) },
  ];
  for (const [how, visits] of [
    ["", fast],
    [", processor 4 × slower", slow],
  ] as const) {
    figures.push(
      { what: `${name}: LCP${how}`, unit: "ms", samples: visits.map(({ lcp }) => lcp) },
      { what: `${name}: CLS${how}`, unit: "", samples: visits.map(({ cls }) => cls) },
    );
    const opened = visits.flatMap(({ open }) => (open === null ? [] : [open]));
    if (opened.length > 0) {
      figures.push({ what: `${name}: a panel opens${how}`, unit: "ms", samples: opened });
    }
  }
  return figures;
}
