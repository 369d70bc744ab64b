import "server-only";

/** How often calls may be started. */
export type Ceilings = {
  /** Over all actions and regions. */
  callsPerSecond: number;
  /** Of one action in one region, within a span of SPAN_MS. */
  calls: number;
  /** Of these; the rest is for pages that somebody waits for. */
  backgroundCalls: number;
};

/**
 * Alibaba counts each action in each region, and allows 600 in 60 seconds to the whole account: a sixth is
 * left to its other tools. The span is a little longer, since calls do not all travel equally long.
 */
export const SPAN_MS = 60_500;
const CALLS = 500;
const BACKGROUND_CALLS = 400;

/** A second counts as a little more, for the same reason. */
export const SECOND_MS = 1_050;

export const ceilingsOf = (callsPerSecond: number): Ceilings => ({
  callsPerSecond,
  calls: CALLS,
  backgroundCalls: BACKGROUND_CALLS,
});

/** A part of them, rounded down, so that parts never come to more than the whole. */
export function partOf(whole: Ceilings, part: number): Ceilings {
  return {
    callsPerSecond: Math.floor(whole.callsPerSecond * part),
    calls: Math.floor(whole.calls * part),
    backgroundCalls: Math.floor(whole.backgroundCalls * part),
  };
}

/** For one of so many. A replica that has less than one call a second has one every few seconds. */
export function shareOf(whole: Ceilings, replicas: number): Ceilings {
  if (replicas === 1) return whole;
  const share = partOf(whole, 1 / replicas);
  return { ...share, callsPerSecond: share.callsPerSecond || whole.callsPerSecond / replicas };
}
