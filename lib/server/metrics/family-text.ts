import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Gauge, Registry } from "prom-client";
import { guardText } from "@/lib/server/runtime/secret-guard";

export type Sample<Label extends string> = {
  labels: Record<Label, string | number>;
  value: number;
};

/** A metric that is computed when it is asked for. */
export type Family<Label extends string = string> = {
  name: string;
  help: string;
  labelNames: readonly Label[];
  samples: Iterable<Sample<Label>>;
};

/** Written in one go, which takes a few milliseconds: requests come in between. */
const PORTION = 250;

/** The lines of a family, in portions. Throws SecretLeakError. */
export async function familyText<Label extends string>(family: Family<Label>): Promise<string[]> {
  const texts: string[] = [];
  let portion: Sample<Label>[] = [];
  for (const sample of family.samples) {
    portion.push(sample);
    if (portion.length < PORTION) continue;
    texts.push(await portionText(family, portion, texts.length === 0));
    portion = [];
    await nextTurn();
  }
  texts.push(await portionText(family, portion, texts.length === 0));
  return texts;
}

/** By the library, which would write a large family in one go: each portion is one of its own to it. */
async function portionText<Label extends string>(
  { name, help, labelNames }: Family<Label>,
  samples: Sample<Label>[],
  isFirst: boolean,
): Promise<string> {
  const registry = new Registry();
  const gauge = new Gauge({ name, help, labelNames, registers: [registry] });
  for (const { labels, value } of samples) gauge.set(labels, value);
  const text = guardText(await registry.metrics());
  return isFirst ? text : withoutHead(text);
}

/** Without the lines of HELP and TYPE, which stand once over a family. */
function withoutHead(text: string): string {
  const endOfHelp = text.indexOf("\n") + 1;
  return text.slice(text.indexOf("\n", endOfHelp) + 1);
}
