export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How far back the past goes. */
export const pastLength = 30 * day;

/** The whole minute before: as if every region were read at each. */
export function minuteOf(time: number): number {
  return Math.floor(time / minute) * minute;
}
