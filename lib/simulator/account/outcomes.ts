import type { Outcome } from "./plan";
import type { Random } from "./random";

/** The shares of a account that is looked after; the rest is up. */
const shares = [
  ["degraded", 0.05],
  ["down", 0.04],
  ["never", 0.03],
] as const;

/** What the showcase has not used up of each share, well mixed. */
export function outcomeDeck(random: Random, total: number, shown: readonly Outcome[]): Outcome[] {
  const deck: Outcome[] = [];
  for (const [outcome, share] of shares) {
    const used = shown.filter((other) => other === outcome).length;
    const left = Math.max(0, Math.round(total * share) - used);
    deck.push(...Array.from({ length: left }, () => outcome));
  }
  const rest = Math.max(0, total - shown.length - deck.length);
  deck.push(...Array.from({ length: rest }, () => "up" as const));
  return random.shuffle(deck).slice(0, total - shown.length);
}
