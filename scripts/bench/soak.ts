import { startSimulator } from "@/lib/simulator/simulator";
import { startApp } from "@/scripts/bench/app";
import { atEnd, withCleanup } from "@/scripts/bench/cleanup";
import { median, shown } from "@/scripts/bench/numbers";
import { openFilesOf, rssOf } from "@/scripts/bench/process-facts";
import { addressOf, ask, faultsOf } from "@/scripts/bench/soak-load";

const AT_A_TIME = 10;
const STEPS = 30;
const PHASES = 45;
/** How much more the last third may hold than the one before: room for noise, not for a leak. */
const MORE_MEMORY = 1.3;
const MORE_SOCKETS = 5;
/** Answers a client can expect: data, nothing there, and problems whose cause is upstream. */
const EXPECTED = new Set(["200", "404", "502", "503", "504"]);

type Step = { rss: number; files: number; sockets: number };

/** Refreshes a server again and again while faults come and go; whether it stayed level. */
export async function soak(refreshes: number): Promise<boolean> {
  let isLevel = false;
  await withCleanup(async () => {
    const simulator = await startSimulator({ regions: 12, connections: 300 });
    atEnd(() => simulator.close());
    // Nothing is kept fresh, so that every refresh goes upstream; what is old may stand in.
    const app = await startApp(simulator, { env: { TUNNELBOARD_CACHE_SECONDS: "0" } });
    const pid = app.pid();
    const answers = new Map<string, number>();
    let calls = 0;
    let struck = 0;
    const steps: Step[] = [];
    console.log(`${refreshes} refreshes, ${AT_A_TIME} at a time`);
    let phase = -1;
    for (let done = 0; done < refreshes; done += AT_A_TIME) {
      const nextPhase = Math.floor((done / refreshes) * PHASES);
      if (nextPhase > phase) {
        phase = nextPhase;
        simulator.faults.clear();
        const strikes = Math.ceil(refreshes / PHASES / 4);
        for (const fault of faultsOf(phase, strikes)) simulator.faults.add(fault);
      }
      await refresh(app.url, done, Math.min(AT_A_TIME, refreshes - done), simulator, answers);
      // Taken out as they come, since the simulator keeps the last 10,000 only.
      const made = simulator.requests.splice(0);
      calls += made.length;
      struck += made.filter(({ answer }) => answer !== "OK").length;
      if (done + AT_A_TIME >= ((steps.length + 1) / STEPS) * refreshes) {
        const step = { rss: rssOf(pid), ...openFilesOf(pid) };
        steps.push(step);
        console.log(lineOf(Math.min(refreshes, done + AT_A_TIME), step));
      }
    }
    console.log(`calls of the API: ${calls}, ${struck} of them in vain`);
    isLevel = judge(steps, answers);
  });
  return isLevel;
}

async function refresh(
  url: string,
  from: number,
  count: number,
  { regionIds }: { regionIds: string[] },
  answers: Map<string, number>,
): Promise<void> {
  const paths = Array.from({ length: count }, (_, index) => addressOf(from + index, regionIds));
  for (const answer of await Promise.all(paths.map((path) => ask(url + path)))) {
    answers.set(answer, (answers.get(answer) ?? 0) + 1);
  }
}

function lineOf(done: number, { rss, files, sockets }: Step): string {
  return `${String(done).padStart(7)}: ${shown(rss).padStart(5)} MB, ${files} open files, ${sockets} of them sockets`;
}

/** Compares the last third with the one before it: the first is where caches fill. */
function judge(steps: Step[], answers: Map<string, number>): boolean {
  const third = Math.floor(steps.length / 3);
  const [before, last] = [steps.slice(third, 2 * third), steps.slice(2 * third)];
  const of = (part: Step[], key: keyof Step) => median(part.map((step) => step[key]));
  const memory = of(last, "rss") / of(before, "rss");
  const sockets = of(last, "sockets") - of(before, "sockets");
  const files = of(last, "files") - of(before, "files");
  const strange = [...answers].filter(([answer]) => !EXPECTED.has(answer));
  const told = [...answers].map(([answer, count]) => `${count} × ${answer}`).join(", ");
  console.log(`answers: ${told}`);
  const verdicts: [string, boolean][] = [
    [`memory: ${shown(memory)} of the second third's`, memory <= MORE_MEMORY],
    [`sockets: ${shown(sockets)} more than in the second third`, sockets <= MORE_SOCKETS],
    [`open files: ${shown(files)} more than in the second third`, files <= MORE_SOCKETS],
    [`answers nobody expects: ${strange.length}`, strange.length === 0],
  ];
  for (const [what, isFine] of verdicts) console.log(`${isFine ? "level" : "NOT LEVEL"}  ${what}`);
  return verdicts.every(([, isFine]) => isFine);
}
