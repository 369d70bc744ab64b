import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";

/** How long work goes on before others are answered. */
const TURN_MS = 8;

/** Does work that yields after each small portion, in turns of the event loop. */
export async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  let begun = performance.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
}
