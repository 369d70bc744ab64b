import type { RecordedRequest } from "@/lib/simulator/request-log";
import type { Simulator } from "@/lib/simulator/simulator";

const READ_MS = 2_000;

/** Every call that the account has had, of which the simulator keeps the last ones only. */
export function recordCalls(simulator: Simulator) {
  const calls = new Set<RecordedRequest>();
  const read = () => {
    for (const call of simulator.requests) calls.add(call);
  };
  const timer = setInterval(read, READ_MS);
  const all = () => {
    read();
    return [...calls];
  };
  return {
    all,
    during: async (work: () => Promise<unknown>) => {
      const before = all().length;
      await work();
      return all().length - before;
    },
    close: () => clearInterval(timer),
  };
}

/** The most that began within any span of so long, of each kind. */
export function mostWithin(
  calls: RecordedRequest[],
  spanMs: number,
  kindOf: (call: RecordedRequest) => string,
): number {
  const kinds = new Map<string, number[]>();
  for (const call of calls) {
    const kind = kindOf(call);
    const times = kinds.get(kind) ?? [];
    times.push(call.at);
    kinds.set(kind, times);
  }
  return Math.max(0, ...[...kinds.values()].map((times) => mostOf(times, spanMs)));
}

function mostOf(begun: number[], spanMs: number): number {
  const times = begun.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, time] of times.entries()) {
    while ((times[first] ?? time) <= time - spanMs) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
