import type { EventKind, HistoryEvent } from "@/lib/vpn/events";

/** A change of state that comes later than this after a change of configuration is told without it. */
export const EFFECT_MS = 15 * 60_000;

/** Changes of state. */
const EFFECTS = ["down", "degraded", "up", "unknown", "tunnel_down", "tunnel_up"] as const;

type EffectKind = (typeof EFFECTS)[number];

/** What followed a change of configuration, and how many milliseconds after it; 0: in the same read. */
export type ChangeEffect = { kind: EffectKind; tunnel: number | null; after: number };

function isEffect(kind: EventKind): kind is EffectKind {
  return EFFECTS.some((one) => one === kind);
}

/**
 * The next change of state after a change of configuration, in events of the same connection in any order.
 * Of several in one read the one of the tunnel that was changed comes first, then that of any tunnel. It
 * says what followed, not what it was the cause of.
 */
export function effectOf(change: HistoryEvent, events: HistoryEvent[]): ChangeEffect | null {
  const ranked = events
    .flatMap(({ kind, tunnel, at }) => {
      const after = at - change.at;
      return isEffect(kind) && after >= 0 && after <= EFFECT_MS ? [{ kind, tunnel, after }] : [];
    })
    .toSorted((one, other) => one.after - other.after || rank(one) - rank(other));
  return ranked[0] ?? null;

  function rank({ tunnel }: ChangeEffect): number {
    if (tunnel === null) return 2;
    return tunnel === change.tunnel ? 0 : 1;
  }
}
